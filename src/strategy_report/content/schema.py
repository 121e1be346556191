"""JSON Schemas of the content files, from the same field lists that the reader uses."""

from __future__ import annotations

import json

from strategy_report.content.read_edition import EDITION
from strategy_report.content.read_goal import GOAL
from strategy_report.content.read_letter import LETTER
from strategy_report.content.read_look import LOOK
from strategy_report.content.read_plan import PLAN
from strategy_report.content.read_printer import PRINTER
from strategy_report.content.read_wording import WORDING
from strategy_report.content.record import Record

# By the schema's file name, below content/schema/.
RECORDS: dict[str, tuple[str, Record]] = {
    "edition.json": ("版の情報（edition.yaml）", EDITION),
    "goal.json": ("基本目標（goals/番号.yaml）", GOAL),
    "letter.json": ("送付状（letter.yaml）", LETTER),
    "plan.json": ("計画（plan.yaml）", PLAN),
    "printer.json": ("印刷の条件（printers/名前.yaml）", PRINTER),
    "theme.json": ("見た目（theme.yaml）", LOOK),
    "wording.json": ("加えた言葉（wording.yaml）", WORDING),
}


def json_schemas() -> dict[str, dict[str, object]]:
    """JSON Schema (draft 7, which YAML editors know) by file name."""
    return {
        name: {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": title,
            **record.schema(),
        }
        for name, (title, record) in RECORDS.items()
    }


def schema_files() -> dict[str, bytes]:
    """The schemas as they are written beside the content."""
    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for name, schema in json_schemas().items()
    }
