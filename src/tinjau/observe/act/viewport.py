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
    if scalable in ("no", "0") or (scalable is not None and -1 < _number(scalable, 1) < 1 and scalable != "yes"):
        return "failed"
    if most is not None and 0 <= _number(most, -1 if most not in ("yes", "no", "") else 1) < _ENOUGH:
        return "failed"
    return "passed"


def _number(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise
