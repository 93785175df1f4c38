"""What one page of the invented city is before it is dressed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it stands, what it is called, and its main part as HTML.

    `lang` is what the page declares. `bare` pages come without the site's shell, as leftovers of an older site do.
    """

    path: str
    title: str
    body: str
    lang: str = "id"
    bare: bool = False
