"""Mutations are a function of their seed, bounded, and different from each other."""

from random import Random

import pytest
from fuzz.mutations import LARGEST, MUTATIONS, Mutation, mutated
from fuzz.pages import made
from fuzz.run import batch_of

PAGE = b"<!doctype html><html><head><title>Pengaduan</title></head><body><p>Senin, 3 Maret 2025</p></body></html>"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: str(each.__name__))
def test_a_mutation_is_a_function_of_page_and_seed(mutation: Mutation) -> None:
    for seed in range(20):
        assert mutation(PAGE, Random(seed)) == mutation(PAGE, Random(seed))
    assert len({mutation(PAGE, Random(seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize("page", [b"", b"<", b"\x00", PAGE])
def test_every_mutation_takes_any_page(page: bytes) -> None:
    for mutation in MUTATIONS:
        assert isinstance(mutation(page, Random(1)), bytes)  # and raises nothing


def test_no_mutated_page_is_larger_than_the_bound() -> None:
    large = PAGE * (LARGEST // len(PAGE))
    assert max(len(mutated(large, Random(seed))) for seed in range(12)) == LARGEST


def test_a_batch_can_be_made_again_from_its_seed_and_number() -> None:
    pages = made()
    assert batch_of(7, 3, pages, [], 20) == batch_of(7, 3, pages, [], 20)
    assert batch_of(7, 3, pages, [], 20) != batch_of(7, 4, pages, [], 20)
    assert batch_of(7, 3, pages, [], 20) != batch_of(8, 3, pages, [], 20)
