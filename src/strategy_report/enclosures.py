"""The files that go along within the PDF: what it was made from, its figures, where they stand."""

from __future__ import annotations

from pathlib import Path

from strategy_report.content.public_plan import public_plan
from strategy_report.core.kept import Kept
from strategy_report.display.book import Book
from strategy_report.display.places import places
from strategy_report.model.plan import Plan
from strategy_report.pdf.attachment import Attachment, Relation
from strategy_report.workbook.indicator_csv import indicator_csv


def enclosures(
    plan: Plan, folder: Path, book: Book, kept: Kept | None = None
) -> tuple[Attachment, ...]:
    """Three files; *folder* is the content that *plan* was read from.

    *kept*: what they told before.
    """
    return (
        Attachment(
            name="plan.yaml",
            media_type="application/yaml",
            description="公開用の原稿（YAML）",
            relation=Relation.SOURCE,
            data=public_plan(folder, kept).encode(),
        ),
        Attachment(
            name="indicators.csv",
            media_type="text/csv",
            description="指標の一覧（CSV）",
            relation=Relation.DATA,
            data=indicator_csv(plan),
        ),
        Attachment(
            name="places.txt",
            media_type="text/plain",
            description="紙面のどこに何があるか（ページ、場所の名前、行）",
            relation=Relation.SUPPLEMENT,
            data=places(book, kept).encode(),
        ),
    )
