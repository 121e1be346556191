"""`strategy-report init`: a folder that builds at once, and teaches."""

from __future__ import annotations

from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest
from kit.commands import Run

from strategy_report.store import write_file, write_folder


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_folder_builds_as_it_is(run: Run) -> None:
    said = run("init", "新しい計画")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "次は: strategy-report build 新しい計画"
    built = run("build", "新しい計画")
    assert (built.code, built.messages) == (0, "")
    assert "output/mihon-r6.pdf を作りました" in built.out


def test_the_files_tell_how_they_are_written(run: Run) -> None:
    run("init", "計画")
    for name in ("edition.yaml", "plan.yaml", "wording.yaml", "goals/1.yaml"):
        text = Path("計画", name).read_text(encoding="utf-8")
        assert text.startswith("# yaml-language-server: $schema="), name
        assert text.count("\n#") + text.count("\n  #") + text.count("\n    #") >= 3, name


def test_the_schema_that_a_file_names_stands_there(run: Run) -> None:
    run("init", "計画")
    for path in Path("計画").rglob("*.yaml"):
        named = path.read_text(encoding="utf-8").split("$schema=")[1].split("\n")[0]
        assert (path.parent / named).is_file(), path


@pytest.mark.parametrize("name", ["覚え書き.txt", ".DS_Store"])
def test_a_folder_that_holds_something_is_not_touched(run: Run, name: str) -> None:
    Path("計画").mkdir()
    Path("計画", name).write_text("大事", encoding="utf-8")
    said = run("init", "計画")
    assert said.code == 1
    assert said.err == (
        "計画 には、すでにファイルがあります。上書きはしません。\n"
        "  直し方: 別の名前を書いてください（例: strategy-report init 新しい計画）。\n"
    )
    assert [path.name for path in Path("計画").iterdir()] == [name]


def test_a_file_in_the_way_is_not_touched(run: Run) -> None:
    Path("計画").write_text("大事", encoding="utf-8")
    said = run("init", "計画")
    assert said.code == 1
    assert "という名前のファイルが、すでにあります。" in said.err
    assert Path("計画").read_text(encoding="utf-8") == "大事"


def test_an_empty_folder_is_filled(run: Run) -> None:
    Path("計画").mkdir()
    assert run("init", "計画").code == 0
    assert Path("計画/edition.yaml").is_file()


def test_a_place_that_cannot_be_written_is_explained(run: Run) -> None:
    Path("計画").write_text("", encoding="utf-8")
    said = run("init", "計画/中")
    assert said.code == 1
    assert "直し方: " in said.err
    assert "Traceback" not in said.err


def test_where_a_file_cannot_be_written_no_folder_is_left(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_folder, "write_through", _full_at("goals/2.yaml"))
    said = run("init", "計画")
    assert (said.code, "FIL002" in said.err) == (1, True)
    assert not list(Path().iterdir())


def _full_at(name: str) -> Callable[[Path, bytes], None]:
    """Writes files as usual, but for *name*, before which the disk is full."""
    write = write_file.write_through

    def write_or_not(path: Path, data: bytes) -> None:
        if path.as_posix().endswith(name):
            raise OSError(ENOSPC, "No space left on device")
        write(path, data)

    return write_or_not
