"""A content folder that a test may spoil: a small town of two goals, and what is said of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from strategy_report.checked_content import check_content
from strategy_report.content.messages import in_order, render
from strategy_report.core.diagnostic import Diagnostic

TOWN = Path(__file__).parents[1] / "corpus" / "broken_content" / "town"


class ContentFolder:
    """A copy of the small town, or of other content, below a test's own folder."""

    def __init__(self, parent: Path, original: Path = TOWN) -> None:
        self.path = parent / "content"
        shutil.copytree(original, self.path)

    def read(self, name: str) -> str:
        return (self.path / name).read_bytes().decode("utf-8")

    def write(self, name: str, data: str | bytes) -> None:
        raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_bytes(raw)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces *old*, which stands in the file exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return in_order(check_content(self.path).diagnostics)

    def messages(self) -> str:
        """All that is said of the folder, as an officer reads it."""
        return render(self.diagnostics())
