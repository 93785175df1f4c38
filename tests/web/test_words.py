"""Every sentence in both languages, and none that nobody says."""

import re
from pathlib import Path

from django.template import Context, Template

import tinjau
from tinjau.web.words import PARTS, WORDS, say

WEB = Path(tinjau.__file__).parent / "web"
GROUPS = re.compile(r"""{%\s*word\s+"([a-z-]+)\"""")


def sources() -> str:
    texts = [path.read_text(encoding="utf-8") for path in WEB.rglob("*.html")]
    texts += [path.read_text(encoding="utf-8") for path in WEB.rglob("*.py") if path.parent.name != "words"]
    return "\n".join(texts)


def test_no_sentence_is_missing_in_either_language() -> None:
    assert [key for key, pair in WORDS.items() if not all(part.strip() for part in pair)] == []


def test_no_part_says_what_another_says_under_the_same_id() -> None:
    assert sum(len(part.WORDS) for part in PARTS) == len(WORDS)


def test_both_languages_take_the_same_parameters() -> None:
    names = re.compile(r"{(\w+)}")
    assert [key for key, (one, two) in WORDS.items() if set(names.findall(one)) != set(names.findall(two))] == []


def test_every_sentence_that_is_said_exists_and_every_one_that_exists_is_said() -> None:
    text = sources()
    literal = set(re.findall(r"""(?:say|fault)\s*\(?\s*(?:request,\s*\d+,\s*)?["']([a-z]+\.[a-z0-9-]+)["']""", text))
    literal |= set(re.findall(r"""["']([a-z]+\.[a-z0-9-]+)["']""", text)) & set(WORDS)
    groups = set(GROUPS.findall(text))
    said = {key for key in WORDS if key.split(".")[0] in groups}
    assert (
        sorted(key for key in literal if key not in WORDS and key.split(".")[0] in {k.split(".")[0] for k in WORDS})
        == []
    )
    assert sorted(set(WORDS) - literal - said) == []


def test_parameters_are_put_in_as_they_are() -> None:
    assert "<b>{x}" in say("cycle.bad-site", "id", site="<b>{x}")


def test_a_reason_is_said_in_the_readers_language_and_marked_where_it_cannot_be() -> None:
    known, foreign = "no date could be read", "<b>the moon was full</b>"
    template = Template("{% load words %}{% reason text %}")
    shown = {lang: template.render(Context({"lang": lang, "text": f"{known}; {foreign}"})) for lang in ("id", "en")}
    assert shown["en"] == "no date could be read; &lt;b&gt;the moon was full&lt;/b&gt;"
    assert shown["id"] == (
        'tidak ada tanggal yang dapat dibaca; <span lang="en">&lt;b&gt;the moon was full&lt;/b&gt;</span>'
    )
