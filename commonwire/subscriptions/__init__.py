"""Other people's calendars: files that a member uploads, and addresses that are looked at again and again.

Owns `Source` and `TakenEvent`. May import calendar and what lies below. Verbs: `follow_source`, `change_source`, `look_soon`,
`drop_source`, `take_in_calendar` (one file: what is new waits for the desk), `accept_taken` (it becomes an event), `refuse_taken`,
`call_duplicate`, `settle_gone`. `upload.take_in_file` takes in a file from somebody's hands. `reading/` understands the files;
`looking` fetches what is due, through `base.fetch` alone. A file is never kept, only what was understood of the events in it.
"""
