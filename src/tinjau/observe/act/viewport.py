"""ACT b4f0c3: the viewport does not forbid enlarging."""

_ENOUGH = 2.0  # WCAG 2.2, 1.4.4: text can be enlarged to 200 %


def outcome_of_viewport(content: str) -> str:
    """`passed`, `failed` or `inapplicable` for the content of a viewport meta element."""
    pairs = {}
    for part in content.lower().replace(";", ",").split(","):
        name, equals, value = part.partition("=")
        if equals:
            pairs[name.strip()] = value.strip()
    scalable, most = pairs.get("user-scalable"), pairs.get("maximum-scale")
    if scalable is None and most is None:
        return "inapplicable"
    if scalable is not None and scalable not in ("yes", "device-width", "device-height"):
        number = _number(scalable)
        if number is None or -1 < number < 1:
            return "failed"
    if most is not None and most not in ("device-width", "device-height"):
        number = 1.0 if most == "yes" else _number(most)
        if number is None or 0 <= number < _ENOUGH:
            return "failed"
    return "passed"


def _number(text: str) -> float | None:
    """A number; None for a word, which browsers read as the smallest scale (CSS Device Adaptation 1, 9.2)."""
    try:
        return float(text)
    except ValueError:
        return None
