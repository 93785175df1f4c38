"""Forms and their controls, with the names people see beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, Field, Form, PageFacts

_MOST_FIELDS = 300
_MOST_FORMS = 100
_BUTTONS = frozenset({"submit", "button", "image", "reset"})
_CAPTCHA = ("captcha", "g-recaptcha", "honeypot", "hp_", "kode_keamanan", "verif")
_SCRIPTED = ("on", "hx-", "ng-", "v-on", "@", "wire:")
_Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class _Control:
    tag: str
    type: str
    name: str
    id: str
    before: str
    wrapped: list[str] | None
    attributes: _Attributes


@dataclass(slots=True)
class _OpenForm:
    tag: str = ""
    action: str = ""
    raw: str = ""
    method: str = "get"
    mark: str = ""
    zone: int = MAIN
    heading: str = ""
    scripted: bool = False
    submits: bool = False
    controls: list[_Control] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)


class FormReader:
    """Collects a page's forms; controls outside any form are kept together as one nameless form a zone."""

    def __init__(self, page: PageFacts) -> None:
        self.page = page
        self.last_text = ""
        self.last_heading = ""
        self.listening = False  # whether text belongs to a form, label or button
        self._form: _OpenForm | None = None
        self._loose: dict[int, _OpenForm] = {}
        self._done: list[_OpenForm] = []
        self._labels: dict[str, str] = {}
        self._label: tuple[str, list[str]] | None = None
        self._button: list[str] | None = None
        self._pieces: list[str] = []

    def enter(self, attributes: _Attributes, zone: int, base: str) -> None:
        """A form begins."""
        raw = (attributes.get("action") or "").strip()
        mark = " ".join(attributes.get(each) or "" for each in ("role", "id", "class", "name")).lower()
        self.listening = True
        self._form = _OpenForm(
            "form", addresses.absolute(base, raw) if raw else self.page.url, raw[:300],
            (attributes.get("method") or "get").strip().lower()[:10], mark[:200], zone, self.last_heading,
            any(name.startswith(_SCRIPTED) for name in attributes),
        )  # fmt: skip

    def leave(self) -> None:
        """A form ends."""
        if self._form is not None and len(self._done) < _MOST_FORMS:
            self._done.append(self._form)
        self._form = None
        self._listen()

    def _listen(self) -> None:
        self.listening = self._form is not None or self._label is not None or self._button is not None

    def control(self, tag: str, attributes: _Attributes, zone: int) -> None:
        """An input, select or textarea."""
        kind = (attributes.get("type") or "text").strip().lower()[:20] if tag == "input" else tag
        form = self._form or self._loose.setdefault(zone, _OpenForm(zone=zone, heading=self.last_heading))
        if kind in _BUTTONS:
            form.submits = form.submits or kind in ("submit", "image")
            form.buttons.append((attributes.get("value") or attributes.get("alt") or "")[:80])
            return
        if len(form.controls) >= _MOST_FIELDS:
            return
        wrapped = self._label[1] if self._label is not None else None
        before = " ".join("".join(self._pieces).split()) or self.last_text
        self._pieces.clear()
        form.controls.append(
            _Control(tag, kind, (attributes.get("name") or "")[:80], attributes.get("id") or "", before[-80:],
                     wrapped, attributes)
        )  # fmt: skip

    def enter_button(self, attributes: _Attributes) -> None:
        """A button begins; its text follows."""
        self.listening = True
        self._button = [attributes.get("aria-label") or attributes.get("title") or ""]
        kind = (attributes.get("type") or "submit").lower()
        if kind != "reset":
            form = self._form or self._loose.get(MAIN)
            if form is not None:
                form.submits = form.submits or kind == "submit"
            if form is not None and len(form.buttons) < _MOST_FORMS:
                form.buttons.append("")

    def leave_button(self) -> str:
        """A button ends; its name."""
        if self._button is None:
            return ""
        text = " ".join(" ".join(self._button[1:]).split()) or self._button[0]
        form = self._form or self._loose.get(MAIN)
        if form is not None and form.buttons and not form.buttons[-1]:
            form.buttons[-1] = text[:80] or "-"
        self._button = None
        self._listen()
        return text

    def enter_label(self, attributes: _Attributes) -> None:
        """A label begins."""
        self.listening = True
        self._label = (attributes.get("for") or "", [])

    def leave_label(self) -> None:
        """A label ends; what it names is settled at the end of the page."""
        if self._label is not None and self._label[0] and len(self._labels) < _MOST_FIELDS:
            self._labels[self._label[0]] = " ".join("".join(self._label[1]).split())[:120]
        self._label = None
        self._listen()

    def text(self, text: str) -> None:
        """Text between tags."""
        if self._label is not None:
            self._label[1].append(text)
        if self._button is not None:
            self._button.append(text)
        if self._form is not None:
            if len(self._pieces) > 20:
                del self._pieces[:10]
            self._pieces.append(text)

    def finish(self) -> None:
        """Settle the labels and hand the forms to the page."""
        self.leave()
        for form in [*self._done, *self._loose.values()]:
            if form.tag or form.controls:
                self.page.forms.append(
                    Form(form.tag, form.action, form.raw, form.method, form.mark, form.zone,
                         tuple(self._field(each) for each in form.controls), tuple(form.buttons[:20]), form.heading,
                         form.scripted, form.submits)
                )  # fmt: skip

    def _field(self, control: _Control) -> Field:
        attributes = control.attributes
        named = self._labels.get(control.id, "") if control.id else ""
        if not named and control.wrapped is not None:
            named = " ".join("".join(control.wrapped).split())[:120]
        named = named or (attributes.get("aria-label") or attributes.get("title") or "").strip()[:120]
        has_name = bool(named) or bool(attributes.get("aria-labelledby"))
        return Field(
            control.tag, control.type, control.name, named or control.before,
            (attributes.get("placeholder") or "")[:120], "required" in attributes or "aria-required" in attributes,
            has_name, control.type != "hidden" and not any(mark in control.name.lower() for mark in _CAPTCHA),
        )  # fmt: skip
