"""A PDF alone gives its content back: the same pages, and an edition that can be compared."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from kit.content_folders import change, copied
from PIL import Image as Pillow

from strategy_report.cli.main import main
from strategy_report.content.public_plan import with_photographs


def a_photograph() -> bytes:
    picture = Pillow.new("RGB", (1600, 1000), (90, 130, 200))
    for x in range(0, 1600, 40):
        picture.paste((250 - x % 200, 200, x % 250), (x, 300, x + 20, 900))
    written = BytesIO()
    picture.save(written, "JPEG", quality=92)
    return written.getvalue()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The city's content with one photograph, in the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = copied(tmp_path)
    (folder / "photos" / "町家.jpg").write_bytes(a_photograph())
    caption = "    caption: 金澤町家情報館\n"
    told = "    file: 町家.jpg\n    alt: 二階建ての町家の正面\n    focus: [0.2, 0.6]\n"
    change(folder, "goals/2.yaml", caption, caption + told)
    return folder


def streams(path: str) -> list[bytes]:
    with pikepdf.open(path) as document:
        return [page.Contents.read_bytes() for page in document.pages]


def test_what_was_taken_out_builds_the_same_pages(content: Path) -> None:
    assert main(["build", "-o", "printed.pdf"]) == 0
    assert main(["extract", "printed.pdf", "restored"]) == 0
    assert (Path("restored") / "photos" / "町家.jpg").is_file()
    assert main(["build", "restored", "-o", "again.pdf"]) == 0
    assert streams("again.pdf") == streams("printed.pdf")
    assert main(["compare", "printed.pdf", "restored"]) == 0


def test_two_copies_are_compared_when_nobody_kept_the_sources(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build", "-o", "first.pdf"]) == 0
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    assert main(["build", "-o", "second.pdf"]) == 0
    alone = content.parent / "tablet"
    alone.mkdir()
    for name in ("first.pdf", "second.pdf"):
        Path(name).rename(alone / name)
    monkeypatch.chdir(alone)
    capsys.readouterr()
    assert main(["compare", "first.pdf", "second.pdf", "--errata", "errata.pdf"]) == 3
    said = capsys.readouterr().out
    assert "基本目標3「年間宿泊客数」実績（R5）" in said
    assert "16件のうち9件が目標達成 → 16件のうち10件が目標達成" in said
    assert "見た目の変わるページ: 3、7" in said
    assert sorted(path.name for path in alone.iterdir()) == [
        "errata.pdf",
        "first.pdf",
        "second.pdf",
    ]


def test_a_file_of_somebody_elses_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    empty = pikepdf.new()
    empty.add_blank_page()
    empty.save("other.pdf")
    Path("broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    with pikepdf.open("other.pdf") as document:
        document.save("locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    whole = Path("other.pdf").read_bytes()
    Path("cut.pdf").write_bytes(whole[: len(whole) // 2])
    reasons = {"other": "EXT001", "locked": "EXT002", "broken": "EXT003", "cut": "EXT003"}
    for name, code in (reasons | {"missing": "EXT004"}).items():
        assert main(["extract", f"{name}.pdf", "out"]) == 1
        assert code in capsys.readouterr().err
        assert not Path("out").exists()
    assert main(["compare", "other.pdf", "other.pdf"]) == 1
    assert "比べませんでした。" in capsys.readouterr().err


def test_a_folder_that_is_there_is_not_written_into(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-o", "printed.pdf"]) == 0
    assert main(["extract", "printed.pdf", "content"]) == 1
    assert "上書きはしません" in capsys.readouterr().err


def test_a_file_of_unknown_origin_names_nothing_outside_the_photographs() -> None:
    photos = "photos:\n  - id: a\n    file: ../../x.jpg\n  - id: b\n    file: 町家.jpg\n"
    files = {"goals/1.yaml": photos, "theme.yaml": "picture: /x.jpg\n"}
    shown = {f"goal-1/photo/{name}/picture": b"picture" for name in "ab"} | {"cover/picture": b"x"}
    taken = with_photographs(files, shown)
    assert sorted(taken) == ["goals/1.yaml", "photos/町家.jpg", "theme.yaml"]


def test_a_photograph_that_is_cut_in_two_ways_becomes_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = copied(tmp_path)
    (content / "photos" / "町家.jpg").write_bytes(a_photograph())
    told = "    file: 町家.jpg\n    alt: 町家の正面\n"
    for goal, caption, focus in (
        (2, "金澤町家情報館", ""),
        (3, "金沢未来のまち創造館", ""),
        (3, "ITビジネスプラザ武蔵", "    focus: [0.5, 0.0]\n"),
    ):
        line = f"    caption: {caption}\n"
        change(content, f"goals/{goal}.yaml", line, line + told + focus)
    assert main(["build", "-o", "printed.pdf"]) == 0
    assert main(["extract", "printed.pdf", "restored"]) == 0
    assert sorted(path.name for path in Path("restored/photos").iterdir()) == [
        "町家-it_business_plaza.jpg",
        "町家.jpg",
    ]
    assert main(["build", "restored", "-o", "again.pdf"]) == 0
    assert streams("again.pdf") == streams("printed.pdf")
    assert main(["compare", "printed.pdf", "content"]) == 0
