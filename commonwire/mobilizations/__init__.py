"""Days of action: the call, its demands, who endorses it, who pledges what, where the rallies are.

Owns `Mobilization`, a one-to-one row of a post, and what hangs on it: `Rally` and `Belonging` (what is part of it), `Demand` with its
wordings, `Endorsement`, `PledgeType`, `Pledge`. May import calendar, features, organisations, newswire and what lies below. What is
reported of a day (coverage, ticker, turnout) stands one floor up and fills its slots.

Verbs: call_day, place_mobilization, change_mobilization, remove_mobilization, set_phase, put_on_front, let_belong, leave, forget_post,
name_rally; word_demands, add_demand, reword_demand, set_demand_state, translate_demands; add_pledge_type; endorse, take_pledge, confirm,
stand_down, mark_broken, name_the_body. Page keys: `action:ID`, its cuts (`words.py`), `actions`, `rally:ID`.
"""
