"""What a careful reader would object, gravest first, the same objection once with everything it is about."""

from tinjau.model import LintFinding, Severity
from tinjau.report.content.edition import Edition
from tinjau.report.content.naming import named
from tinjau.report.document import Block, Bullets, Code, Disclosure, Inline, Line, Para, Section, Words
from tinjau.report.hostile import one_line
from tinjau.texts import joined

OPEN = 8  # project choice: objections of one kind that stand open; more are on demand
LISTED = 100  # project choice: objections of one kind in a document; the rest stands in plan.json
NAMED = 12  # project choice: ids named beside one objection


def objections_section(edition: Edition) -> Section:
    """Grouped by severity and, within it, by rule."""
    found = edition.objections
    if not found:
        return Section("objections", edition.say("section.objections"), (Para((edition.say("objections.none"),)),))
    blocks: list[Block] = []
    parts = []
    for severity in Severity:
        group = [each for each in found if each.severity is severity]
        if not group:
            continue
        parts.append(edition.say(f"objections.{severity.value}", n=len(group)))
        by_code: dict[str, list[LintFinding]] = {}
        for each in group:
            by_code.setdefault(each.code, []).append(each)
        inside: list[Block] = [_group(edition, each) for each in by_code.values()]
        title = edition.say(f"objections.{severity.value}", n=len(group))
        blocks.append(Section(f"objections-{severity.value}", title[:1].upper() + title[1:], tuple(inside), level=3))
    lead = edition.say("objections.lead", parts=joined(parts, edition.lang))
    return Section("objections", edition.say("section.objections"), tuple(blocks), (lead,))


def _group(edition: Edition, findings: list[LintFinding]) -> Block:
    lines = [_line(edition, each) for each in findings[:LISTED]]
    if len(findings) > LISTED:
        lines.append((edition.say("objections.more", n=len(findings) - LISTED),))
    bullets = Bullets(tuple(lines), role="plain")
    if len(findings) <= OPEN:
        return bullets
    return Disclosure(
        (edition.severity(findings[0].severity), " ", Code(one_line(findings[0].code)), f" ({len(findings)})"),
        (bullets,),
    )


def _line(edition: Edition, finding: LintFinding) -> Line:
    parts: list[Inline] = [edition.severity(finding.severity), " ", edition.passage(finding.message)]
    for place, each in enumerate(finding.ids[:NAMED]):
        parts += [", " if place else " → ", named(edition, each)]
    if len(finding.ids) > NAMED:
        parts.append(f" (+{len(finding.ids) - NAMED})")
    parts.append("\n")
    if finding.where not in finding.ids:  # what it is about stands in words already
        parts += [Words(one_line(finding.where, 200), "", quiet=True), " "]
    parts.append(Code(one_line(finding.code)))
    return tuple(parts)
