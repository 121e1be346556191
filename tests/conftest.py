"""What all tests share."""

from __future__ import annotations

import pytest
from kit import golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read the diff before committing it",
    )


@pytest.fixture(autouse=True)
def _golden_mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "UPDATE", request.config.getoption("--update-golden"))
