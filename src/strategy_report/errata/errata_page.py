"""The 正誤表 as a web page: the same rows as on paper, read well by a screen reader."""

from __future__ import annotations

from html import escape

from strategy_report.errata.comparison import Comparison
from strategy_report.errata.corrections import (
    SECTIONS,
    Correction,
    by_kind,
    corrections,
    effect,
    lead,
    title_of,
)
from strategy_report.errata.emphasis import marked
from strategy_report.errata.report import html_page, marked_html
from strategy_report.model.edition import RecordKind


def errata_html(comparison: Comparison) -> str:
    """One page that stands alone: no script, no picture, nothing fetched."""
    rows = corrections(comparison)
    edition = comparison.new.plan.edition
    title = title_of(rows)
    contact = edition.contact
    parts = [
        f"<p>{escape(edition.date.long())}<br>{escape(edition.issuer.plain())}</p>",
        f"<h1>{title}</h1>",
        f"<p>{escape(lead(comparison, rows))}</p>",
        *(_table(kind, own) for kind, own in by_kind(rows)),
        *(f"<p>{escape(sentence)}</p>" for sentence in effect(comparison)),
        "" if contact is None else f"<p>問合せ先　{escape(contact.plain())}</p>",
    ]
    return html_page(title, "".join(parts))


def _table(kind: RecordKind, rows: tuple[Correction, ...]) -> str:
    heading, wrong, right = SECTIONS[kind]
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("ページ", "箇所", wrong, right, "理由")
    )
    body = "".join(map(_row, rows))
    return (
        f"<table><caption>{heading}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _row(row: Correction) -> str:
    wrong, right = marked(row.wrong, row.right)
    cells = (
        escape("、".join(row.pages)),
        escape(row.where),
        marked_html(wrong),
        marked_html(right),
        escape(row.reason),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
