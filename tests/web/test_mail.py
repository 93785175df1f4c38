"""Letters over a real SMTP connection: what is in them, who gets them, how often, and what a refusal comes to."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.web import ministry_making as making
from tests.web import rounds_at_hand
from tests.web.mailing import NOW, Sink, due_in, mail_arrives, sent_at, wishing

from tinjau import packs
from tinjau.web.assessors.rounds import close as close_round
from tinjau.web.history import Author, erase, write
from tinjau.web.ministry import findings, moving
from tinjau.web.models import Assignment, Cycle, Due, Entry, Letter, Membership, Notice, Role, Wish
from tinjau.web.notices import letters, news, private, threads
from tinjau.web.notices.sending import send_waiting
from tinjau.web.notices.wording import one_line
from tinjau.web.notices.writing import notice_mail

ASKED = packs.load_instrument("sitokdana-7").indicators[0]
ABOUT = f"answer/sitokdana-7/{ASKED.id}"
PAGE = f"https://tinjau.example.go.id/o/a/c/2026/criteria/sitokdana-7/{ASKED.criterion}/#said-answer-sitokdana-7-{ASKED.id}"
CANARY = "kenari-isi-7731"


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with mail_arrives() as server:
        yield server


@pytest.fixture
def office(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> SimpleNamespace:
    """A cycle, and a client for each role of its office."""
    cycle = medan_cycle("a")
    people = {role: person(f"orang-{role}", role, cycle.office) for role in ("operator", "coordinator", "verifier")}
    return SimpleNamespace(cycle=cycle, people=people, **{role: browser(user) for role, user in people.items()})


def test_a_digest_goes_once_a_person_and_day(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"])
    due_in(office.cycle, "k", 1.4)
    assert sent_at(NOW - timedelta(hours=2)) == {}  # five in the morning
    assert sent_at(NOW) == {"sent": 1}
    assert [sent_at(NOW + timedelta(hours=each)) for each in (0, 1, 16)] == [{}, {}, {}]
    assert [address for address, _ in sink.mails] == ["orang-operator@example.go.id"]
    assert sent_at(NOW + timedelta(days=1)) == {}  # the next morning has nothing new
    assert sent_at(NOW + timedelta(days=2)) == {"sent": 1}  # now it is over
    assert "tenggatnya sudah lewat" in sink.texts()[1]


@pytest.mark.parametrize(
    ("days", "set_before", "told"),
    [
        (30, 300, None), (7.8, 300, None), (7.6, 300, 7), (7.4, 300, 7), (3, 300, 7), (1.4, 300, 1), (0.1, 300, 1),
        (-0.1, 300, 0), (3, 0.5, 7), (-0.5, 0.1, 0),
    ],
)  # fmt: skip
def test_a_due_date_counts_from_its_mark_or_from_when_it_was_set(
    office: SimpleNamespace, days: float, set_before: float, told: int | None
) -> None:
    due = due_in(office.cycle, "k", days)
    due.changed = NOW - timedelta(days=set_before)
    found = news.reached(due, NOW)
    assert (found and found[0]) == told
    if found is not None:
        assert found[1] <= NOW
        assert (found[1] == due.changed) == (set_before < 1)


DIGEST = {
    "id": """Yth. orang-operator,

TENGGAT

* Kota a, Studi a
  Isi semua jawaban: paling lambat 4 Maret 2031, 16.36 WIB
  https://tinjau.example.go.id/o/a/c/2026/

* Kota a, Studi a
  Serahkan berkas: paling lambat 10 Maret 2031, 07.00 WIB
  https://tinjau.example.go.id/o/a/c/2026/due/

--\x20
Surel otomatis ini dikirim karena Anda memintanya di:
https://tinjau.example.go.id/account/notices/
Berhenti menerimanya:
""",
    "en": """Dear orang-operator,

DUE DATES

* Kota a, Studi a
  Isi semua jawaban (en): due 4 March 2031, 16:36 WIB
  https://tinjau.example.go.id/o/a/c/2026/

* Kota a, Studi a
  Serahkan berkas (en): due 10 March 2031, 07:00 WIB
  https://tinjau.example.go.id/o/a/c/2026/due/

--\x20
This automatic message is sent because you asked for it at:
https://tinjau.example.go.id/account/notices/
Stop receiving it:
""",
}


@pytest.mark.parametrize(("lang", "subject"), [("id", "tinjau: 2 pemberitahuan, 3 Maret 2031"),
                                               ("en", "tinjau: 2 notices, 3 March 2031")])  # fmt: skip
def test_the_digest_word_by_word(office: SimpleNamespace, sink: Sink, lang: str, subject: str) -> None:
    wishing(office.people["operator"], lang=lang)
    due_in(office.cycle, "k", 1.4)
    due_in(office.cycle, "l", 7, "Serahkan berkas", address="/o/a/c/2026/due/")
    due_in(office.cycle, "m", 2, "Bukan untuknya", roles=[Role.VERIFIER])
    assert sent_at(NOW) == {"sent": 1}
    mail = sink.mails[0][1]
    text, stop = str(mail.get_content()).replace("\r\n", "\n").rsplit("https://", 1)
    assert text == DIGEST[lang]
    assert mail["Subject"] == subject
    assert mail["From"] == "tinjau <tinjau@example.go.id>"
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", lang)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip() == f"<https://{stop.strip()}>"
    assert mail["Message-ID"].endswith("@tinjau.example.go.id>")
    assert mail.get_content_type() == "text/plain"
    assert Letter.objects.get().state == "sent"


def test_nobody_gets_mail_who_did_not_ask(office: SimpleNamespace, sink: Sink) -> None:
    due_in(office.cycle, "k", 1.4)
    wishing(office.people["operator"], mode="none")
    wishing(office.people["coordinator"], confirmed=None)
    wishing(office.people["verifier"], refused=timezone.now())
    assert sent_at(NOW) == {}
    assert sink.connections == 0


def soon() -> Any:
    """A moment just after all that was written by now."""
    return timezone.now() + timedelta(seconds=1)


def lines_for(user: Any, lang: str = "id") -> list[tuple[str, str]]:
    """Sentence (without its moment) and page of what is news for this person now."""
    found = news.news(user, timezone.now() - timedelta(hours=1), soon(), lang)
    return [(re.sub(r",? \d+ \w+ \d{4}, \d\d[.:]\d\d WIB", "", each.line), each.path) for each in found]


def say_about(office: SimpleNamespace, who: str, about: str = ABOUT, do: str = "comment") -> None:
    """This role's person says something in a thread."""
    threads.say_about(office.cycle, about, do, CANARY, Author(office.people[who]))


def test_what_waits_is_told_at_once_to_whoever_wants_that(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"], "each")
    wishing(office.people["verifier"], "each", "en")
    office.operator.post("/o/a/c/2026/submit/")
    assert lines_for(office.people["coordinator"]) == []  # it is not her turn
    assert sent_at(soon()) == {"sent": 1}
    address, mail = sink.mails[0]
    assert address == "orang-verifier@example.go.id"
    assert mail["Subject"] == "tinjau: your turn, Kota a, Studi a"
    assert "YOUR TURN" in sink.texts()[0]
    assert "orang-operator handed this evaluation to you for verification" in sink.texts()[0]
    assert "https://tinjau.example.go.id/o/a/c/2026/check/" in sink.texts()[0]
    assert sent_at(soon()) == {}
    office.verifier.post("/o/a/c/2026/return/", {"reason": CANARY})
    assert sent_at(soon()) == {"sent": 1}
    assert sink.mails[1][0] == "orang-operator@example.go.id"
    assert "orang-verifier mengembalikan evaluasi ini untuk dilengkapi" in sink.texts()[1]
    assert CANARY not in "".join(str(mail) for _, mail in sink.mails)


def test_what_comes_quickly_one_after_the_other_is_one_message(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"], "each")
    say_about(office, "operator")
    say_about(office, "verifier")
    now = soon()
    assert sent_at(now) == {"sent": 1}
    for _ in range(3):
        say_about(office, "verifier")
    assert sent_at(now + timedelta(minutes=4)) == {}
    assert sent_at(now + letters.SPACING) == {"sent": 1}
    assert sink.texts()[1].count("orang-verifier berkomentar tentang") == 3


def test_a_turn_that_was_overtaken_is_told_to_nobody(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["verifier"])
    office.operator.post("/o/a/c/2026/submit/")
    assert letters.gather(soon(), timezone.localdate()) == 1
    office.verifier.post("/o/a/c/2026/return/", {"reason": "x"})
    assert send_waiting(soon()).ends == {"nothing": 1}
    assert (Letter.objects.get().state, sink.mails) == ("nothing", [])


def test_a_comment_is_told_to_whom_it_concerns(office: SimpleNamespace) -> None:
    question = {lang: f"“{one_line(ASKED.question.get(lang))}”" for lang in ("id", "en")}
    path = PAGE.removeprefix("https://tinjau.example.go.id")
    say_about(office, "verifier")  # nobody of the office wrote what it is about: it goes to who coordinates
    told = (f"orang-verifier berkomentar tentang pertanyaan {question['id']}", path)
    assert {name: lines_for(user) for name, user in office.people.items()} == {
        "operator": [], "coordinator": [told], "verifier": [],
    }  # fmt: skip
    row = {"instrument": "sitokdana-7", "indicator": ASKED.id, "value": "yes", "assessor": "x"}
    write(office.cycle, "answer", f"sitokdana-7/{ASKED.id}//x", row, Author(office.people["operator"]))
    assert lines_for(office.people["operator"]) == [told]
    assert lines_for(office.people["coordinator"]) == []  # now there is an author
    say_about(office, "operator")
    assert lines_for(office.people["verifier"], "en") == [
        (f"orang-operator commented on the question {question['en']}", path)
    ]
    say_about(office, "verifier", do="resolve")
    say_about(office, "verifier", do="reopen")
    assert [line.split(" tentang ")[0] for line, _ in lines_for(office.people["operator"])] == [
        "orang-verifier berkomentar", "orang-verifier menyatakan selesai pembahasan",
        "orang-verifier membuka kembali pembahasan",
    ]  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), [("factor", ("sebuah faktor SWOT", "a SWOT factor")),
                                             ("strategy", ("sebuah strategi", "a strategy"))])  # fmt: skip
def test_comments_on_factors_and_strategies_name_no_words_of_theirs(
    office: SimpleNamespace, kind: str, words: tuple[str, str]
) -> None:
    about = f"{kind}/{office.cycle.entries_of(kind).first().key}"
    say_about(office, "coordinator", about)
    say_about(office, "verifier", about)
    for lang, thing in zip(("id", "en"), words, strict=True):
        [(line, path)] = lines_for(office.people["coordinator"], lang)
        assert line.endswith(thing)
        assert path.startswith("/o/a/c/2026/swot/#said-")


def test_what_was_erased_after_it_was_gathered_is_not_told(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"], "each")
    say_about(office, "operator")
    say_about(office, "verifier")
    assert letters.gather(soon()) == 1
    erase(Entry.objects.filter(kind="comment", author=office.people["verifier"]), Author(None, "diminta"))
    assert send_waiting(soon()).ends == {"nothing": 1}
    assert sink.mails == []


def test_who_has_left_gets_nothing_though_it_was_gathered(office: SimpleNamespace, sink: Sink) -> None:
    user = office.people["operator"]
    for hour, how in enumerate(("left", "inactive", "stopped", "moved")):
        wishing(user, "each")
        Membership.objects.get_or_create(user=user, office=office.cycle.office, role=Role.OPERATOR)
        say_about(office, "operator")
        say_about(office, "verifier")
        now = soon() + timedelta(hours=hour)
        assert letters.gather(now) == 1, how
        if how == "left":
            user.memberships.all().delete()
        elif how == "inactive":
            type(user).objects.filter(pk=user.pk).update(is_active=False)
        elif how == "stopped":
            Wish.objects.update(mode="none")
        else:
            Wish.objects.update(address="lain@example.go.id", confirmed=None)
        assert send_waiting(now).ends == {"nothing": 1}, how
        type(user).objects.filter(pk=user.pk).update(is_active=True)
        Entry.objects.filter(kind="comment").delete()
    assert sink.mails == []


def test_who_lacks_the_second_factor_that_is_asked_gets_nothing(office: SimpleNamespace) -> None:
    say_about(office, "operator")
    say_about(office, "verifier")
    assert len(lines_for(office.people["operator"])) == 1
    with override_settings(MFA_ROLES=(Role.OPERATOR,)):
        assert lines_for(office.people["operator"]) == []


def test_a_blind_assessor_hears_of_his_sheet_alone(office: SimpleNamespace, person: Callable[..., Any]) -> None:
    cycle, blind = office.cycle, office.people["operator"]
    due_in(cycle, "all", 1.4)
    just_over = soon() - timedelta(minutes=30)
    Due.objects.update(at=just_over, changed=just_over - timedelta(days=9))
    assert [path for _, path in lines_for(blind)] == ["/o/a/c/2026/"]
    two = [blind, person("juri", Role.ASSESSOR, cycle.office)]
    say_about(office, "operator")
    made = rounds_at_hand.made(cycle, two, by=office.people["coordinator"])
    say_about(office, "verifier")
    office.operator.post("/o/a/c/2026/submit/")
    write(cycle, "event", "returned-x", {"event": "returned"}, Author(office.people["verifier"]))
    sheet = "/o/a/c/2026/sheets/1/"
    for user in two:
        assert lines_for(user) == [("orang-coordinator meminta Anda menilai: Putaran satu", sheet)]
    rounds_at_hand.score(made, two[1], 1, "yes", note=CANARY)
    close_round(made, Author(office.people["coordinator"]))
    assert sheet not in [path for user in two for _, path in lines_for(user)]
    told = [line for line, _ in lines_for(blind)]  # he may open it now
    assert [each.split(" tentang ")[0] for each in told if "tenggat" not in each] == [
        "orang-verifier berkomentar", "orang-verifier mengembalikan evaluasi ini untuk dilengkapi",
    ]  # fmt: skip
    assert lines_for(two[1]) == []
    later = lines_for(office.people["verifier"])
    assert CANARY not in str(later)
    assert "juri" not in str(later)


def test_who_decides_hears_that_a_round_is_closed(office: SimpleNamespace, person: Callable[..., Any]) -> None:
    made = rounds_at_hand.made(office.cycle, [person("juri", Role.ASSESSOR, office.cycle.office)])
    close_round(made, Author(None))
    assert lines_for(office.people["coordinator"], "en") == [
        ("A scoring is closed, and what differs waits for a decision: Putaran satu", "/o/a/c/2026/rounds/1/")
    ]
    assert lines_for(office.people["verifier"]) == []


def test_a_ministry_assigns_returns_and_shares(db: None, person: Callable[..., Any]) -> None:
    the_round = making.a_round()
    part = making.part_of(the_round, "kota-satu")
    evaluator = person("eva")
    Membership.objects.create(user=evaluator, role=Role.NATIONAL_EVALUATOR)
    coordinator = person("koor", Role.COORDINATOR, part.office)
    other = person("lain", Role.COORDINATOR, making.part_of(the_round, "kabupaten-dua").office)
    Assignment.objects.create(participation=part, user=evaluator, by_name="pusat")
    page = f"/m/r/{the_round.slug}/g/kota-satu/"
    assert lines_for(evaluator) == [("pusat menugaskan Anda mengevaluasi pemerintah ini", page)]
    making.handed_in(part, ["positive"] * 7, secret=CANARY)
    moving.move(part, "self", moving.RETURN, Author(None, CANARY), until=timezone.now() + timedelta(days=5))
    own = f"/o/kota-satu/c/{part.cycle.slug}/round/"
    said = [each for each in lines_for(coordinator) if "paling lambat" not in each[0]]
    assert said == [("Satu tahap dikembalikan untuk dilengkapi", own)]
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)
    moving.move(part, "self", moving.HAND_IN, Author(None))
    findings.share(making.found(part, CANARY), Author(None))
    assert ("Rancangan temuan dibagikan untuk Anda tanggapi", own) in lines_for(coordinator)
    assert CANARY not in str(news.news(coordinator, NOW - timedelta(days=9999), soon(), "id"))
    assert [each for each in lines_for(other) if "paling lambat" not in each[0]] == []
    Assignment.objects.all().delete()
    assert lines_for(evaluator) == []


def test_a_letter_holds_nothing_of_what_people_wrote(office: SimpleNamespace, sink: Sink) -> None:
    for user in office.people.values():
        wishing(user, "each")
    author = Author(office.people["operator"], CANARY)
    row = {"instrument": "sitokdana-7", "indicator": ASKED.id, "value": "yes", "assessor": "x", "note": CANARY}
    write(office.cycle, "answer", f"sitokdana-7/{ASKED.id}//x", row, author)
    private.keep(office.people["operator"], office.cycle, ABOUT, CANARY)
    write(office.cycle, "factor", CANARY, {"id": CANARY, "kind": "strength", "text": CANARY}, author)
    for who in ("operator", "verifier", "coordinator"):
        say_about(office, who)
        say_about(office, who, f"factor/{office.cycle.entries_of('factor').first().key}")
    write(office.cycle, "event", "focus-1-taken", {"event": "focus-taken", "title": CANARY}, author)
    write(office.cycle, "event", "finding-published-1", {"event": "finding-published"}, author)
    office.operator.post("/o/a/c/2026/submit/", {"reason": CANARY})
    assert sent_at(soon()) == {"sent": 3}
    assert [CANARY in mail.as_string() + str(mail.get_content()) for _, mail in sink.mails] == [False] * 3


NASTY = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "\r\nBcc: a@b.id",
                "\n\n",
                "\r",
                "\x00",
                "\x0b",
                "\x85",
                "\u2028",
                "\u202e",
                "\u200b",
                "://",
                "https://x.example/",
            ]
        ),
    ),
    max_size=6,
).map("".join)


@given(title=NASTY, name=NASTY, what=NASTY)
def test_no_title_makes_a_header_a_line_or_a_link(title: str, name: str, what: str) -> None:
    title, name, what = (each.encode("utf-8", "ignore").decode() for each in (title, name, what))
    office = SimpleNamespace(name=name, slug="a")
    cycle = SimpleNamespace(office=office, title=title, slug="2026")
    item = news.Item("k", news.DUE, NOW, news.place_of(cycle), f"{one_line(what)}: x", "/o/a/")  # type: ignore[arg-type]
    wish = SimpleNamespace(
        user=SimpleNamespace(get_username=lambda: name), user_id=1, address="a@example.go.id", lang="id"
    )
    letter = SimpleNamespace(pk=1, made=NOW)
    with override_settings(DEFAULT_FROM_EMAIL="tinjau@example.go.id"):
        data = notice_mail(letter, wish, [item], NOW).message().as_bytes(linesep="\r\n")  # type: ignore[arg-type]
    mail = message_from_bytes(data, policy=policy.default)
    assert sorted(mail.keys()) == sorted([
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Auto-Submitted",
        "Message-ID", "Content-Language", "List-Unsubscribe", "List-Unsubscribe-Post",
    ])  # fmt: skip
    assert mail.defects == []
    assert len(mail["Subject"].strip()) <= 120
    text = str(mail.get_content())
    shown = mail["Subject"] + text.replace("\r\n", "\n").replace("\n", "")
    assert [each for each in shown if unicodedata.category(each) in {"Cc", "Cf"}] == []
    assert text.count("://") == 3  # the page, the account's page, the end
    assert len(text.splitlines()) == 13
    assert all(len(each) < 400 for each in text.splitlines())


def test_news_of_a_whole_country_ask_the_database_as_often_as_those_of_a_town(
    db: None, person: Callable[..., Any]
) -> None:
    national = person("pusat", Role.NATIONAL_ADMIN)
    asked = []
    for number in (3, 12):
        the_round = making.a_round([f"Kota {number} {each}" for each in range(number)], f"Putaran {number}")
        for part in the_round.participations.select_related("cycle"):
            threads.say_about(part.cycle, "factor/x", "comment", "x", Author(None))
            write(part.cycle, "event", "submitted-1", {"event": "submitted"}, Author(None))
        with CaptureQueriesContext(connection) as queries:
            assert news.news(national, soon() - timedelta(days=1), soon(), "id") == []
        asked.append(len(queries))
    assert asked[0] == asked[1]
    threads.say_about(part.cycle, "factor/x", "comment", "x", Author(national))
    threads.say_about(part.cycle, "factor/x", "comment", "x", Author(None))
    assert len(lines_for(national)) == 2


def test_a_long_list_is_counted(office: SimpleNamespace, sink: Sink) -> None:
    wishing(office.people["operator"])
    for number in range(60):
        due_in(office.cycle, f"k{number}", 1.4, "x" * 200)
    assert sent_at(NOW) == {"sent": 1}
    text = sink.texts()[0]
    assert (text.count("paling lambat"), "Selain itu masih ada 10 pemberitahuan" in text) == (50, True)
    assert Notice.objects.count() == 60


def test_what_happened_before_one_asked_is_no_news(office: SimpleNamespace, sink: Sink) -> None:
    say_about(office, "operator")
    say_about(office, "verifier")
    wishing(office.people["operator"], "each", since=soon())
    assert sent_at(soon()) == {}
    assert settings.MAIL
