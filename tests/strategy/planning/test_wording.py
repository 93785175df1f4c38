"""Likeness within a collection, in two languages."""

from hypothesis import given
from hypothesis import strategies as st

from tinjau.model import Text
from tinjau.strategy.planning.wording import has_signal, likeness

WORDS = st.lists(st.sampled_from("latih pegawai layanan data aman warga server jaringan".split()), max_size=6)  # noqa: SIM905
TEXTS = st.lists(st.builds(lambda words: Text(" ".join(words), ""), WORDS), min_size=1, max_size=6)


def test_affixes_do_not_matter_and_common_words_matter_little() -> None:
    texts = [
        Text("Latih dan dampingi pegawai layanan", ""), Text("Pelatihan dan pendampingan pegawai layanan", ""),
        Text("Amankan layanan", ""), Text("Percantik layanan", ""), Text("Umumkan layanan", ""),
    ]  # fmt: skip
    alike = likeness(texts)
    assert alike.between(texts[0], texts[1]) == 1.0
    assert alike.between(texts[2], texts[3]) < 0.3


def test_the_language_in_which_they_are_most_alike_counts() -> None:
    one, two = Text("Latih pegawai", "Train staff"), Text("Didik aparatur", "Train staff")
    assert likeness([one, two]).between(one, two) == 1.0


def test_nothing_is_like_nothing() -> None:
    assert likeness([]).between(Text("", ""), Text("", "")) == 0.0
    assert likeness([]).between(Text("a b", ""), Text("", "a b")) == 0.0


@given(TEXTS)
def test_likeness_is_symmetric_bounded_and_independent_of_order(texts: list[Text]) -> None:
    forward, backward = likeness(texts), likeness(texts[::-1])
    for one in texts:
        for two in texts:
            value = forward.between(one, two)
            assert 0.0 <= value <= 1.0 + 1e-12
            assert value == forward.between(two, one) == backward.between(one, two)


def test_a_signal_begins_a_word_and_each_of_its_words_must() -> None:
    text = Text("Anggaran belum terserap", "The budget is not absorbed")
    assert has_signal(text, "serap")
    assert not has_signal(text, "rap")
    assert has_signal(text, "terserap")
    assert has_signal(text, "budget absor")
    assert not has_signal(text, "budget spent")
    assert has_signal(Text("Visi kota", ""), "visi")
    assert not has_signal(Text("", "A visit to the office"), "visi")
