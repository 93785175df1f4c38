"""Focus groups: what may happen when, who is in the room, what they propose, and ballots sealed until closing.

Counting is done by `strategy`; nothing here judges.
"""
