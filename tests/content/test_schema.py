from __future__ import annotations

import pytest
from kit.booklets import KANAZAWA

from strategy_report.content.schema import schema_files


@pytest.mark.parametrize("name", schema_files())
def test_the_schema_beside_the_content_is_the_readers_own(name: str) -> None:
    assert (KANAZAWA / "schema" / name).read_bytes() == schema_files()[name]
