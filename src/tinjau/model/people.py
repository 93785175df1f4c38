"""Names of accounts and words that mean something else where names of assessors stand.

A study writes who answered in one column, and reserves some words there: `decided` and `decided:NAME` are what people
agreed on, `rule` and `inventory` are no person, `paper` is the paper under study, `N1`, `N2`… are assessors of a blind
round. An account may bear any of these as its name; what it writes must never look like them.
"""

import re

_SIGN = "~"  # no letter of an account's name (Django's own rule: letters, digits and @ . + - _)
NOBODY = "tinjau"  # the program, in a history
_WORDS = frozenset({"decided", "rule", "inventory", "paper", "person", NOBODY})
_CODE = re.compile(r"n[0-9]+\Z")


def name_of_account(username: str) -> str:
    """The name under which an account writes: its own, or with `~` before it where its own means something else.

    Two accounts never get the same name, and none gets a reserved word.
    """
    head = username.partition(":")[0].strip().casefold()
    taken = head in _WORDS or not head or head.startswith(_SIGN) or _CODE.match(head) is not None
    return f"{_SIGN}{username}" if taken else username


def name_of_decider(name: str) -> str:
    """The name of a person who decided, told apart from what decides without a person (`rule`, `inventory`)."""
    return f"{_SIGN}{name}" if name.strip().casefold() in {"rule", "inventory"} else name
