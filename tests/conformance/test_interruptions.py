"""At every single change of a file: the process killed, the disk full, the right to write missing.

Sources, ledger, released editions and the last good files stay whole, and the next run goes on.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kit.content_folders import change, copied
from kit.faults import Fault, exit_codes

from strategy_report import distribution, editions, issues, pipeline
from strategy_report.cli import build as build_verb
from strategy_report.cli import compare as compare_verb
from strategy_report.cli.main import main
from strategy_report.errata import comparison

FIRST = "edition: 初版\nstand_ins: 許す\nissuer: 金沢市\n"
RECORD = """\
edition: 訂正版 第1号
changes:
  - item: overnight_guests
    kind: 訂正
    reason: 集計の分母が誤っていたため
    approved_by: 企画課長
"""
KILLS = (Fault.KILL, Fault.HALF)
Files = dict[str, bytes]


def files_of(folder: Path, *, also_hidden: bool = True) -> Files:
    """Every file below *folder* by its path; parts and locks are hidden ones."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if path.is_file() and (also_hidden or not f"/{name}".count("/."))
    }


def hidden(folder: Path) -> list[str]:
    """Parts of files and folders; the lock of a process that is gone stands in nobody's way."""
    return [path.name for path in folder.rglob(".*.part")]


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder: 初版 released, then corrected and recorded."""
    place = tmp_path_factory.mktemp("stand")
    content = copied(place)
    change(content, "edition.yaml", "issuer: 金沢市\n", FIRST)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert main(["release"]) == 0
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "edition.yaml", "edition: 初版\n", RECORD)
    return place


@pytest.fixture
def office(stand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the stand as the working folder, in which what takes long was done before."""
    place = Path(shutil.copytree(stand, tmp_path / "office"))
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def built(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Building takes no time: what is tested is how its bytes come to the disk."""
    checked = pipeline.build(Path("content"), pipeline.Press())
    for module in (editions, build_verb):
        monkeypatch.setattr(module, "build", lambda *_: checked)


def survived(
    office: Path, fault: Fault, verb: Callable[[], int], check: Callable[[int], None]
) -> int:
    """How many points *verb* was broken off at; *check* looks at the folder after each."""
    points = 0
    before = Path(shutil.copytree(office, office.parent / "before"))
    for code in exit_codes(fault, office, verb):
        points += 1
        assert code == -9 if fault in KILLS else code in (0, 1), f"at {points}: {code}"
        check(code)
        if points % 7 == 0:
            assert verb() in (0, 1, 3), "the next run"
            assert hidden(office) == [], f"after {points}"
        shutil.rmtree(office)
        shutil.copytree(before, office)
        # The folder of this name is another one now.
        os.chdir(office)
    return points


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("fault", Fault)
def test_a_release_is_done_or_not_begun(office: Path, fault: Fault) -> None:
    content = files_of(office / "content")
    output = (office / "output/kanazawa-r6.pdf").read_bytes()
    ledger = content["released/ledger.yaml"]
    wanted: list[Files] = []

    def check(code: int) -> None:
        now = files_of(office / "content", also_hidden=False)
        folder = office / "content/released/訂正版 第1号"
        added = {name: now.pop(name) for name in list(now) if "訂正版" in name}
        if folder.is_dir():
            wanted.append(added)
            # The folder appears whole; an edition that is there was entered, or will be.
            assert added == wanted[0]
            assert {"edition.yaml", "release/record.yaml", "release/kanazawa-r6.pdf"} <= {
                name.removeprefix("released/訂正版 第1号/") for name in added
            }
        else:
            assert (added, now["released/ledger.yaml"]) == ({}, ledger)
        entered = now.pop("released/ledger.yaml")
        assert entered == ledger or entered.startswith(ledger)
        assert now == {name: data for name, data in content.items() if name in now}
        assert len(now) == len(content) - 1
        pdf = (office / "output/kanazawa-r6.pdf").read_bytes()
        assert pdf == output or pdf.endswith(b"%%EOF\n")
        assert code != 0 or folder.is_dir()
        if fault is Fault.FULL:
            assert hidden(office) == []

    assert survived(office, fault, lambda: main(["release"]), check) >= 30


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("fault", Fault)
def test_a_build_leaves_the_old_booklet_or_the_new(office: Path, fault: Fault) -> None:
    content = files_of(office / "content")
    old = (office / "output/kanazawa-r6.pdf").read_bytes()

    def check(code: int) -> None:
        assert files_of(office / "content") == content
        pdf = (office / "output/kanazawa-r6.pdf").read_bytes()
        assert pdf == old if code == 1 else pdf == old or pdf.endswith(b"%%EOF\n")

    assert survived(office, fault, lambda: main(["build"]), check) >= 3


@pytest.mark.parametrize("fault", Fault)
def test_a_comparison_leaves_old_sheets_or_new_ones(
    office: Path, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("errata.pdf", "errata.html", "pages.pdf")
    monkeypatch.setattr(compare_verb, "ComparisonFiles", Written)
    for name in names:
        (office / name).write_bytes(b"old")
    content = files_of(office / "content")
    read = {}
    for path in (Path("content/released/初版"), Path("content")):
        with issues.read_issue(path, pipeline.Press()) as checked:
            read[path] = checked
    monkeypatch.setattr(compare_verb, "read_issue", lambda path, _: Given(read[path]))

    old, new = (one.value for one in read.values())
    assert old is not None
    assert new is not None
    made = comparison.compare(old.issue, new.issue)
    monkeypatch.setattr(compare_verb, "compare", lambda *_: made)

    def check(_code: int) -> None:
        assert files_of(office / "content") == content
        assert {(office / name).read_bytes() for name in names} <= {b"old", b"new"}

    def compare() -> int:
        paths = ["content/released/初版", "content"]
        web = main(["compare", *paths, "--errata", "errata.html"])
        if web == 1:
            return 1
        return int(main(["compare", *paths, "--errata", "errata.pdf", "--pages", "pages.pdf"]) == 1)

    assert survived(office, fault, compare, check) >= 9


class Written:
    """Stands in for the files of a comparison: their bytes matter nothing here."""

    def __init__(self, *_: Any) -> None:
        pass

    def errata(self) -> bytes:
        return b"new"

    errata_page = errata

    def replacement(self, _sides: Any) -> tuple[bytes, tuple[()]]:
        return b"new", ()


class Given:
    """An edition that was read before."""

    def __init__(self, checked: Any) -> None:
        self._checked = checked

    def __enter__(self) -> Any:
        return self._checked

    def __exit__(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize(
    "command",
    [["next-year", "coming"], ["extract", "output/kanazawa-r6.pdf", "coming"]],
    ids=lambda command: command[0],
)
def test_a_new_folder_is_there_whole_or_not_at_all(
    office: Path, fault: Fault, command: list[str]
) -> None:
    assert main(command) == 0
    whole = files_of(office / "coming")
    shutil.rmtree(office / "coming")
    before = files_of(office, also_hidden=False)

    def check(code: int) -> None:
        now = files_of(office, also_hidden=False)
        coming = {name for name in now if name.startswith("coming/")}
        assert not coming or files_of(office / "coming") == whole
        assert coming or code != 0
        assert {name: data for name, data in now.items() if name not in coming} == before

    assert survived(office, fault, lambda: main(command), check) >= 20


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("name", ["coming", "coming.zip"])
def test_copies_are_all_there_or_none_of_them(
    office: Path, fault: Fault, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "名簿.csv").write_text("番号,氏名,所属\n1,山田,議会\n2,佐藤,議会\n", encoding="utf-8")
    made = pipeline.make(Path("content"), pipeline.Press())
    monkeypatch.setattr(distribution, "make", lambda *_: made)
    command = ["distribute", "名簿.csv", "-o", name]
    assert main(command) == 0
    whole = files_of(office / name) if name == "coming" else (office / name).read_bytes()
    if name == "coming":
        assert isinstance(whole, dict)
        assert len(whole) == 3
        shutil.rmtree(office / name)
    else:
        (office / name).write_bytes(b"old")
    others = files_of(office / "content")

    def check(code: int) -> None:
        assert files_of(office / "content") == others
        if name == "coming":
            assert not (office / name).exists() or files_of(office / name) == whole
        else:
            assert (office / name).read_bytes() in (b"old", whole)
        if fault is Fault.FULL and code:
            assert hidden(office) == []

    assert survived(office, fault, lambda: main(command), check) >= 5


@pytest.mark.parametrize("fault", Fault)
def test_a_source_that_is_mended_is_the_old_one_or_the_new(office: Path, fault: Fault) -> None:
    goal = office / "content/goals/1.yaml"
    old = goal.read_text(encoding="utf-8").encode("cp932")
    goal.write_bytes(old)
    others = files_of(office / "content")

    def check(_code: int) -> None:
        now = files_of(office / "content", also_hidden=False)
        assert now.pop("goals/1.yaml") in (old, old.decode("cp932").encode())
        assert now == {name: data for name, data in others.items() if name != "goals/1.yaml"}

    assert survived(office, fault, lambda: main(["check", "--fix"]), check) >= 3
