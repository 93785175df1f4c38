"""P01: fields with a name (ACT e086e5)."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_UNNAMED = frozenset({"hidden", "submit", "button", "reset", "image"})


class FormLabels(PageShare):
    """Every field of a page has an accessible name: a label, `aria-label`, `aria-labelledby` or `title`.

    Read: forms and their labels. A placeholder is no label in this count. Limits: fields that styles hide are counted.
    """

    name = "form_labels"
    check = "P01"
    reads = ("forms",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By the fields of all forms."""
        fields = [field for form in page.facts.forms for field in form.fields if field.type not in _UNNAMED]
        if not fields:
            return None, ""
        unnamed = next((field for field in fields if not field.named), None)
        if unnamed is None:
            return True, fields[0].label
        return False, f"<{unnamed.tag} type={unnamed.type} name={unnamed.name} placeholder={unnamed.placeholder}>"
