"""A comparison in words, as data, and as a web page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape

from strategy_report.errata.change import Change, Consequence, Located, Spot
from strategy_report.errata.comparison import Comparison, Issue
from strategy_report.errata.emphasis import Stretch, marked


def as_text(comparison: Comparison) -> str:
    """For a terminal or a mail; ends in a line end."""
    lines = [f"前: {edition_line(comparison.old)}", f"後: {edition_line(comparison.new)}", ""]
    if comparison.is_same:
        return "\n".join([*lines, "変わったところはありません。"]) + "\n"
    if comparison.changes:
        lines.append(f"変わったところ {len(comparison.changes)}件")
    else:
        lines.append(ONLY_LOOKS)
    for number, located in enumerate(comparison.changes, start=1):
        lines += ["", *_change_lines(number, located)]
    if comparison.consequences:
        lines += ["", f"それにともなって変わるところ {len(comparison.consequences)}件"]
        lines += [_consequence_line(consequence) for consequence in comparison.consequences]
    pages = [comparison.new.book.pages[index].label for index in comparison.new_pages]
    lines += ["", f"見た目の変わるページ: {'、'.join(pages) or 'なし'}"]
    return "\n".join(lines) + "\n"


def as_json(comparison: Comparison) -> str:
    """Objects `old`, `new`, `changes`, `consequences`, `pages`; ends in a line end."""
    data = {
        "old": _issue(comparison.old),
        "new": _issue(comparison.new),
        "same": comparison.is_same,
        "changes": [_located(located) for located in comparison.changes],
        "consequences": [_consequence(one) for one in comparison.consequences],
        "pages": {
            "old": [comparison.old.book.pages[i].label for i in comparison.old_pages],
            "new": [comparison.new.book.pages[i].label for i in comparison.new_pages],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_html(comparison: Comparison) -> str:
    """One page that stands alone: no script, no picture, nothing fetched."""
    title = "変わったところの一覧"
    rows = "".join(_html_rows(comparison))
    follow = "".join(
        f"<li>{escape(_consequence_line(one).strip(' ・'))}</li>" for one in comparison.consequences
    )
    body = (
        f"<h1>{title}</h1><p>前: {escape(edition_line(comparison.old))}<br>"
        f"後: {escape(edition_line(comparison.new))}</p>"
    )
    if comparison.is_same:
        return html_page(title, body + "<p>変わったところはありません。</p>")
    return html_page(
        title,
        f"{body}<table><caption>変わったところ</caption><thead><tr>"
        '<th scope="col">ページ</th><th scope="col">箇所</th><th scope="col">前</th>'
        f'<th scope="col">後</th></tr></thead><tbody>{rows}</tbody></table>'
        + (f"<h2>それにともなって変わるところ</h2><ul>{follow}</ul>" if follow else ""),
    )


def html_page(title: str, body: str) -> str:
    """A whole document around *body*, whose text is already escaped."""
    return (
        '<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


_STYLE = (
    "body{font-family:sans-serif;line-height:1.7;color:#22211f;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{border:1px solid #6f6a60;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "th{background:#f5f2eb}mark{background:none;font-weight:bold;text-decoration:underline}"
)


def edition_line(issue: Issue) -> str:
    """第2次金沢版総合戦略　取組状況　初版（令和6年10月）."""
    edition = issue.plan.edition
    ordinal = "" if edition.ordinal is None else edition.ordinal.plain()
    name = f"　{edition.edition_name}" if edition.edition_name else ""
    return (
        f"{ordinal}{edition.plan_name.plain()}　{edition.report_name.plain()}{name}"
        f"（{edition.date.long()}）"
    )


def marked_html(stretches: Iterable[Stretch]) -> str:
    """A text whose changed words are marked."""
    return "".join(
        f"<mark>{escape(stretch.text)}</mark>" if stretch.differs else escape(stretch.text)
        for stretch in stretches
    )


def _change_lines(number: int, located: Located) -> Iterator[str]:
    change = located.change
    yield f"{number}. {change.kind.value}　{change.where}"
    yield f"   前: {change.before or '（なし）'}"
    yield f"   後: {change.after or '（なし）'}"
    yield from (f"   {line}" for line in _place_lines(located))
    if not (located.old_spots or located.new_spots):
        yield "   そのままの言葉では、紙面に出ていません。"


def _place_lines(located: Located) -> Iterator[str]:
    """Every place where a change shows, each once."""
    old, new = ([place_line(spot) for spot in spots] for spots in _both(located))
    for place in dict.fromkeys((*old, *new)):
        yield place + ("" if place in old and place in new else _ONLY[place in new])


# Where line ends, bold type or colours differ and no word does.
ONLY_LOOKS = "言葉と数は同じです。行の切れ目、太字、色などの見た目だけが違います。"
_ONLY = {False: "（前だけ）", True: "（後だけ）"}


def _both(located: Located) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    return located.old_spots, located.new_spots


def place_line(spot: Spot) -> str:
    """7ページ 主なKPIの状況 › 年間宿泊客数 2行目."""
    line = f" {spot.line}行目" if spot.line else ""
    return f"{spot.page}ページ {spot.block}{line}"


def _consequence_line(consequence: Consequence) -> str:
    pages = "、".join(pages_of(consequence.new_spots or consequence.old_spots))
    where = f"（{pages}ページ）" if pages else ""
    before, after = consequence.before or "なし", consequence.after or "なし"
    return f" ・{consequence.kind.value}: {consequence.where}　{before} → {after}{where}"


def pages_of(spots: Iterable[Spot]) -> tuple[str, ...]:
    """Labels of the pages, each once, in order."""
    return tuple(dict.fromkeys(spot.page for spot in spots))


def _html_rows(comparison: Comparison) -> Iterator[str]:
    for located in comparison.changes:
        change = located.change
        before, after = marked(change.before, change.after)
        pages = "、".join(pages_of(located.old_spots or located.new_spots))
        places = "".join(f"<br><small>{escape(line)}</small>" for line in _place_lines(located))
        yield (
            f"<tr><td>{escape(pages)}</td><td>{escape(change.where)}{places}</td>"
            f"<td>{marked_html(before)}</td><td>{marked_html(after)}</td></tr>"
        )


def _issue(issue: Issue) -> dict[str, object]:
    edition = issue.plan.edition
    return {
        "id": edition.id,
        "edition": edition.edition_name,
        "date": edition.date.long(),
        "status": edition.status.value,
        "pages": len(issue.book.pages),
    }


def _located(located: Located) -> dict[str, object]:
    change: Change = located.change
    return {
        "kind": change.kind.name.lower(),
        "item": change.item,
        "field": change.field,
        "period": change.period,
        "where": change.where,
        "before": change.before,
        "after": change.after,
        "old_places": [_spot(spot) for spot in located.old_spots],
        "new_places": [_spot(spot) for spot in located.new_spots],
    }


def _consequence(consequence: Consequence) -> dict[str, object]:
    return {
        "kind": consequence.kind.name.lower(),
        "item": consequence.item,
        "where": consequence.where,
        "before": consequence.before,
        "after": consequence.after,
        "old_places": [_spot(spot) for spot in consequence.old_spots],
        "new_places": [_spot(spot) for spot in consequence.new_spots],
    }


def _spot(spot: Spot) -> dict[str, object]:
    return {"page": spot.page, "block": spot.block, "line": spot.line, "text": spot.text}
