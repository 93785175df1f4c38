"""Every sentence, by id: (Indonesian, English). One file a subject; no id stands twice."""

from collections.abc import Mapping
from typing import Final

from tinjau.texts.catalogue import (
    accessibility,
    archived,
    comparing,
    data,
    failing,
    findings,
    frame,
    league,
    method,
    minutes,
    priorities,
    progress,
    strategy,
    words,
)

_PARTS = (
    words.SENTENCES,
    frame.SENTENCES,
    findings.SENTENCES,
    strategy.SENTENCES,
    method.SENTENCES,
    data.SENTENCES,
    comparing.SENTENCES,
    priorities.SENTENCES,
    league.SENTENCES,
    archived.SENTENCES,
    minutes.SENTENCES,
    accessibility.SENTENCES,
    progress.SENTENCES,
    failing.SENTENCES,
)

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {key: pair for part in _PARTS for key, pair in part.items()}

if len(SENTENCES) != sum(map(len, _PARTS)):
    raise ValueError("a sentence's id stands in two files of the catalogue")
