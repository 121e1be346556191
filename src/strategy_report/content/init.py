"""The small content folder that `strategy-report init` writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from strategy_report.content.schema import schema_files

_STARTER = Path(__file__).parent / "starter"


def starter_files() -> Mapping[str, bytes]:
    """Files by their path below the new folder, schemas among them, in order of name."""
    written = {
        path.relative_to(_STARTER).as_posix(): path.read_bytes()
        for path in _STARTER.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    schemas = {f"schema/{name}": data for name, data in schema_files().items()}
    return dict(sorted((written | schemas).items()))
