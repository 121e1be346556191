"""An edition released, corrected, released again, and compared, as an officer would."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.content_folders import change, copied

from strategy_report.cli.main import main

FIRST = "edition: 初版\nstand_ins: 許す\nissuer: 金沢市\n"
SECOND = "edition: 訂正版 第1号\n"
RECORD = """\
changes:
  - item: overnight_guests
    kind: 訂正
    reason: 集計の分母が誤っていたため
    approved_by: 企画課長
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The city's content, named 初版, in the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = copied(tmp_path)
    change(folder, "edition.yaml", "issuer: 金沢市\n", FIRST)
    return folder


def released(content: Path) -> list[str]:
    return sorted(path.name for path in (content / "released").iterdir())


def test_stand_ins_are_refused_unless_the_edition_allows_them(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(content, "edition.yaml", "stand_ins: 許す\n", "")
    assert main(["release"]) == 1
    assert capsys.readouterr().err.count("EDN001") == 6
    assert not (content / "released").exists()


def test_an_edition_without_a_name_is_refused(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(content, "edition.yaml", "edition: 初版\n", "")
    assert main(["release"]) == 1
    assert "EDN002" in capsys.readouterr().err


def test_a_correction_is_played_through(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release"]) == 0
    assert released(content) == ["ledger.yaml", "初版"]
    first = (content / "released/初版/release/kanazawa-r6.pdf").read_bytes()
    assert Path("output/kanazawa-r6.pdf").read_bytes() == first

    # The same name again is refused, and what was released stands as it was.
    capsys.readouterr()
    assert main(["release"]) == 1
    said = capsys.readouterr().err
    assert "エラー EDN003" in said
    assert " | edition: 初版\n" in said
    assert (content / "released/初版/release/kanazawa-r6.pdf").read_bytes() == first

    # A figure is corrected. The build warns, the release refuses, until it is recorded.
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "edition.yaml", "edition: 初版\n", SECOND)
    assert main(["build"]) == 0
    assert "注意 EDN004" in capsys.readouterr().err
    assert main(["check"]) == 0
    assert "R5: 365\n" in capsys.readouterr().err.partition("注意 EDN004")[2]
    assert main(["release"]) == 1
    assert "R5: 365\n" in capsys.readouterr().err.partition("エラー EDN004")[2]
    change(content, "edition.yaml", SECOND, SECOND + RECORD)
    assert main(["release"]) == 0
    assert released(content) == ["ledger.yaml", "初版", "訂正版 第1号"]
    ledger = (content / "released/ledger.yaml").read_text(encoding="utf-8")
    assert "基本目標3「年間宿泊客数」実績（R5）: 335万人 → 365万人" in ledger
    assert "企画課長" in ledger

    # What is released is the content as it stands: nothing is to be said of it.
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""

    capsys.readouterr()
    assert main(["compare", "content/released/初版", "content", "--errata", "errata.pdf"]) == 3
    assert "335万人" in capsys.readouterr().out
    assert Path("errata.pdf").read_bytes().startswith(b"%PDF-")
    assert main(["compare", "content/released/訂正版 第1号", "content"]) == 0


def test_a_target_may_not_change_without_a_decision(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "goals/3.yaml", "R6: 361", "R6: 350")
    change(content, "edition.yaml", "edition: 初版\n", SECOND + RECORD)
    assert main(["release"]) == 1
    assert "EDN005" in capsys.readouterr().err
    decided = RECORD + "    decision: 令和6年9月 推進会議\n"
    change(content, "edition.yaml", RECORD, decided)
    assert main(["release"]) == 0


def test_a_record_of_what_did_not_change_is_pointed_at(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "edition.yaml", "edition: 初版\n", SECOND + RECORD)
    capsys.readouterr()
    assert main(["build"]) == 0
    assert "EDN006" in capsys.readouterr().err


def test_a_record_whose_item_is_misspelt_is_answered_with_what_did_change(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    misspelt = RECORD.replace("overnight_guests", "overnight_guest")
    change(content, "edition.yaml", "edition: 初版\n", SECOND + misspelt)
    capsys.readouterr()
    assert main(["build"]) == 0
    assert "直し方: 「overnight_guests」ではありませんか。" in capsys.readouterr().err


def test_what_cannot_be_read_is_not_compared(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "content", "ない"]) == 1
    assert "比べませんでした。" in capsys.readouterr().err


@pytest.mark.parametrize("spoil", ["change", "remove", "add"])
def test_an_edition_that_was_altered_after_its_release_is_not_reckoned_against(
    spoil: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    frozen = content / "released/初版"
    match spoil:
        case "change":
            change(frozen, "goals/3.yaml", "R5: 335", "R5: 336")
        case "remove":
            (frozen / "goals/3.yaml").unlink()
        case _:
            goal = (frozen / "goals/4.yaml").read_text(encoding="utf-8")
            goal = goal.replace("number: 4", "number: 5", 1)
            (frozen / "goals/5.yaml").write_text(goal, encoding="utf-8")
    name = "goals/5.yaml" if spoil == "add" else "goals/3.yaml"
    change(content, "edition.yaml", "edition: 初版\n", SECOND)
    capsys.readouterr()
    assert main(["release"]) == 1
    said = f"エラー EDN007 発行した版「初版」の {name} が、発行したときと違います。"
    assert said in capsys.readouterr().err
    assert main(["compare", str(frozen), "content"]) == 1
    assert said in capsys.readouterr().err


def test_other_line_ends_alter_no_released_edition(content: Path) -> None:
    assert main(["release"]) == 0
    goal = content / "released/初版/goals/3.yaml"
    goal.write_bytes(goal.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["compare", str(goal.parent.parent), "content"]) == 0


def test_a_letter_and_a_printing_house_alter_no_released_edition(content: Path) -> None:
    assert main(["release"]) == 0
    frozen = content / "released/初版"
    (frozen / "letter.yaml").write_text("date: 令和6年10月1日\n", encoding="utf-8")
    (frozen / "printers").mkdir()
    (frozen / "printers/own.yaml").write_text("standard: X-4\n", encoding="utf-8")
    assert main(["compare", str(frozen), "content"]) == 0


def test_what_windows_puts_beside_faces_alters_no_released_edition(content: Path) -> None:
    (content / "fonts").mkdir()
    (content / "fonts/own.ttf").write_bytes(b"a face")
    assert main(["release"]) == 0
    frozen = content / "released/初版"
    (frozen / "fonts/Thumbs.db").write_bytes(b"pictures of faces")
    (frozen / "fonts/desktop.ini").write_text("[ViewState]", encoding="utf-8")
    assert main(["compare", str(frozen), "content"]) == 0


@pytest.mark.parametrize("spoiled", ["edition.yaml", "release/record.yaml"])
def test_nothing_is_released_after_an_edition_that_cannot_be_read(
    spoiled: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    with (content / "released/初版" / spoiled).open("a", encoding="utf-8") as file:
        file.write("\n  - ここだけ違う\n")
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "edition.yaml", "edition: 初版\n", SECOND)
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "注意 EDN007" in capsys.readouterr().err
    assert main(["release"]) == 1
    assert "エラー EDN007 発行した版「初版」が読めない" in capsys.readouterr().err
    assert released(content) == ["ledger.yaml", "初版"]


def test_a_file_that_cannot_be_written_leaves_the_edition_unreleased(content: Path) -> None:
    Path("output/kanazawa-r6.pdf").mkdir(parents=True)
    assert main(["release"]) == 1
    assert list((content / "released").iterdir()) == []
    Path("output/kanazawa-r6.pdf").rmdir()
    assert main(["release"]) == 0


def test_an_edition_keeps_the_conditions_it_was_printed_with_and_no_strangers(
    content: Path,
) -> None:
    (content / "fonts").mkdir()
    (content / "fonts/own.ttf").write_bytes(b"a face")
    (content / "printers").mkdir()
    (content / "printers/mihon.yaml").write_text("name: 見本印刷\n", encoding="utf-8")
    (content / "goals/._1.yaml").write_bytes(b"\0\5\x16\7\xff")
    assert main(["release"]) == 0
    kept = content / "released/初版"
    assert (kept / "printers/mihon.yaml").is_file()
    assert (kept / "fonts/own.ttf").is_file()
    assert not (kept / "goals/._1.yaml").exists()


def test_what_a_killed_release_left_is_no_edition(content: Path) -> None:
    assert main(["release"]) == 0
    released(content)
    whole = content / "released" / "初版"
    left = whole.with_name(".初版.1-00000000-00000000.part")
    whole.rename(left)
    assert main(["release"]) == 0
    assert (whole / "edition.yaml").is_file()


def test_words_changed_without_a_record_are_told_and_forbid_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "goals/3.yaml", "マイクロツーリズムを推進", "マイクロツーリズムを強力に推進")
    change(content, "edition.yaml", "edition: 初版\n", SECOND)
    capsys.readouterr()
    assert main(["build"]) == 0
    assert "EDN008" not in capsys.readouterr().err
    assert main(["build", "--notes"]) == 0
    assert "お知らせ EDN008" in capsys.readouterr().err
    assert main(["release"]) == 0
    said = capsys.readouterr().err
    assert "注意 EDN008 基本目標3　施策（2）" in said
    assert "「item: goal-3/measure-2」" in said


def test_nothing_is_built_into_an_edition_that_was_released(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    inside = content / "released/初版/release/kanazawa-r6.pdf"
    before = inside.read_bytes()
    change(content, "goals/3.yaml", "R5: 335", "R5: 336")
    assert main(["build", "-o", str(inside)]) == 1
    assert "FIL012" in capsys.readouterr().err
    assert inside.read_bytes() == before


def test_no_edition_that_is_compared_is_written_over(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-o", "first.pdf"]) == 0
    first = Path("first.pdf").read_bytes()
    for options in (
        ["--errata", "first.pdf"],
        ["--errata", "a.pdf", "--pages", "./a.pdf"],
        ["--duplex"],
    ):
        assert main(["compare", "first.pdf", str(content), *options]) == 2
    assert capsys.readouterr().err.count("命令の書き方が違います") == 3
    assert Path("first.pdf").read_bytes() == first


def test_an_old_edition_made_again_takes_no_newer_file_s_place(content: Path) -> None:
    assert main(["release"]) == 0
    first = Path("output/kanazawa-r6.pdf").read_bytes()
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "edition.yaml", "edition: 初版\n", SECOND + RECORD)
    assert main(["release"]) == 0
    second = Path("output/kanazawa-r6.pdf").read_bytes()
    assert main(["build", "content/released/初版"]) == 0
    assert Path("output/kanazawa-r6-初版.pdf").read_bytes() == first
    assert Path("output/kanazawa-r6.pdf").read_bytes() == second != first


# What is made where only the name of the edition differs, which stands on no page.
@pytest.mark.parametrize(("old", "code"), [("content", 0), ("content/released/初版", 3)])
def test_what_would_hold_nothing_is_not_made(
    old: str, code: int, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "edition.yaml", "edition: 初版\n", "edition: 第二版\n")
    capsys.readouterr()
    wanted = ["--errata", "e.pdf", "--pages", "p.pdf", "--side-by-side", "s.pdf"]
    assert main(["compare", old, "content", *wanted]) == code
    said = capsys.readouterr().err
    for name in ("e.pdf", "p.pdf", "s.pdf"):
        assert f"載せるものがないので、{name} は作りませんでした。" in said
        assert not Path(name).exists()


def test_editions_given_the_wrong_way_round_are_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    change(content, "edition.yaml", "edition: 初版\n", SECOND)
    assert main(["compare", "content", "content/released/初版"]) == 3
    assert "ERR002" in capsys.readouterr().err
    assert main(["compare", "content/released/初版", "content"]) == 3
    assert capsys.readouterr().err == ""


def test_a_release_that_was_interrupted_before_the_ledger_is_entered_later(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release"]) == 0
    ledger = content / "released" / "ledger.yaml"
    whole = ledger.read_bytes()
    ledger.unlink()
    assert main(["release"]) == 1
    assert "EDN003" in capsys.readouterr().err
    assert ledger.read_bytes() == whole
