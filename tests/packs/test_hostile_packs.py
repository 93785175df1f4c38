"""Whatever stands in a pack, its faults are told; nothing breaks, and what has none can be used."""

import copy
import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau import packs
from tinjau.model import InputError
from tinjau.packs.faults import faults_in
from tinjau.packs.reading import instrument_of
from tinjau.packs.yaml_reading import load_yaml

PACKS = [json.loads(json.dumps(packs.load_instrument(each).data)) for each in ("sitokdana-7", "wb-4", "skm-2017")]
ODD: list[Any] = [
    None, True, 0, -1, 2.5, "", " ", "x", "=1+1", "[", [], {}, [1], [[]], {"id": 1}, {1: 2}, {None: None},
    {"id": "Teks", "en": ""}, ["x", "x"], [{"id": "i"}], "\u202e", "a" * 5000, 10**17,
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [each for key, one in inner for each in ((*path, key), *places(one, (*path, key)))]


ALL = [places(each) for each in PACKS]


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_change_of_a_pack_is_a_fault_or_a_pack(choose: random.Random) -> None:
    number = choose.randrange(len(PACKS))
    data = copy.deepcopy(PACKS[number])
    for path in choose.sample(ALL[number], choose.randint(1, 3)):
        at: Any = data
        try:
            for part in path[:-1]:
                at = at[part]
            if choose.random() < 0.3:
                del at[path[-1]]
            else:
                at[path[-1]] = copy.deepcopy(choose.choice(ODD))
        except (KeyError, IndexError, TypeError):
            continue
    faults = faults_in(data, json.dumps(data, indent=1))  # JSON is YAML too, and quick to write
    assert all(each.place and each.problem for each in faults)
    if not faults:
        assert packs.catalogue(instrument_of(data))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_data_or_an_input_error(raw: bytes) -> None:
    try:
        data = load_yaml(raw, "f.yaml")
    except InputError:
        return
    assert isinstance(faults_in(data, raw.decode("utf-8-sig")), list)
