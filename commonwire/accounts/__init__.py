"""The collective: its members, their roles, and how they sign in without e-mail and without JavaScript.

Owns `Member`, `RecoveryCode`, `Session` and `Invitation`. Imports base, site, ledger and chrome. Verbs: `invite_member`,
`first_steward_link`, `join`, `sign_in`, `visit`, `sign_out`, `revoke_session`, `revoke_sessions`, `change_password`,
`renew_authenticator`, `renew_recovery_codes`, `change_role`, `deactivate_member`, `reactivate_member`.
Rooms above take `rules` and `doors.members_only`.
Kept of a member: a handle they chose, a role, days; nothing finer than an hour.
"""
