"""What the values of single attributes say: whether an element shows, and where its script leads."""


def target_of(script: str) -> str:
    """The address in `location.href = '…'` and its like; "" where a script does anything else."""
    if "location" not in script and "window.open" not in script:
        return ""
    for quote in ("'", '"'):
        parts = script.split(quote)
        if len(parts) >= 3 and "+" not in parts[0] + parts[2]:
            return parts[1].strip()
    return ""


def hides(style: str) -> bool:
    """Whether a style attribute takes the element out of sight."""
    flat = style.replace(" ", "").lower()
    return "display:none" in flat or "visibility:hidden" in flat or ":-9999" in flat or "font-size:0" in flat
