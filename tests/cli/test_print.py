"""Print, preflight, sheets and the package, as an officer orders them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from kit.booklets import FUTATSU, built
from kit.content_folder import ContentFolder
from kit.pdf_text import opened
from kit.printed import printed

from strategy_report.cli.main import main


def test_a_print_file_passes_its_own_preflight(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "town-print.pdf"
    assert main(["build", str(FUTATSU), "--for", "print", "-o", str(output)]) == 0
    said = capsys.readouterr()
    assert f"{output} を作りました（6ページ、PDF/X-4、標準（PDF/X-4、コート紙）、" in said.out
    assert "PRT005 中綴じは4の倍数のページが要りますが" in said.err
    assert main(["preflight", str(output)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{output}（6ページ、PDF/X-4）: 注意 1件。\n"
    assert "PRE010 6ページは 4 の倍数ではありません（2ページ足りません）。" in said.err


def test_a_spot_ink_is_ordered_by_its_name(tmp_path: Path) -> None:
    output = tmp_path / "spot.pdf"
    order = ["build", str(FUTATSU), "--for", "print", "--pdfx", "1a", "--spot", "DIC-641s"]
    assert main([*order, "-o", str(output)]) == 0
    with opened(output.read_bytes()) as document:
        assert str(document.pages[0].Resources.ColorSpace.Spot[1]) == "/DIC-641s"
        assert str(document.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"


@pytest.mark.parametrize(("options", "said"), [
    (["--spot", "Black"], "「Black」は特色の名前ではありません。"),
    (["--spot", " "], "「 」は特色の名前ではありません。"),
    (["--ink", "grey"], "「grey」は選べません。color, gray のどれかを書いてください。"),
    (["--pdfx", "3"], "「3」は選べません。4, 1a のどれかを書いてください。"),
])  # fmt: skip
def test_an_order_typed_wrong_is_explained(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--for", "print", *options])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["build", "--for", "print"], ["handoff"]])
def test_gray_and_a_spot_ink_are_two_orders(
    verb: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*verb, str(FUTATSU), "--ink", "gray", "--spot", "DIC-641s"]) == 2
    said = capsys.readouterr().err
    assert "--ink と --spot は、いっしょには使えません。" in said
    assert f"「strategy-report {verb[0]} --help」" in said


def test_a_printer_who_takes_x1a_alone_gets_no_x4(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    x4 = tmp_path / "x4.pdf"
    x4.write_bytes(printed(FUTATSU).pdf)
    assert main(["preflight", str(x4), "--printer", "x1a"]) == 1
    assert "規格が PDF/X-4 です（印刷所の条件は PDF/X-1a）。" in capsys.readouterr().err


def test_white_pages_that_were_added_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ContentFolder(tmp_path, FUTATSU)
    folder.write("edition.yaml", folder.read("edition.yaml") + "blank_pages: 巻末\n")
    order = ["build", str(folder.path), "--for", "print", "-o", str(tmp_path / "print.pdf")]
    assert main(order) == 0
    assert "（8ページ（足した白ページ 2 を含む）、PDF/X-4、" in capsys.readouterr().out


def test_print_is_not_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(FUTATSU), "--for", "print", "--watch"]) == 2
    assert "--watch と --for print は、いっしょには使えません。" in capsys.readouterr().err


def test_the_file_for_screens_is_no_file_for_a_press(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = tmp_path / "screen.pdf"
    screen.write_bytes(built("futatsu").pdf)
    assert main(["preflight", "--for", "print", str(screen)]) == 1
    said = capsys.readouterr()
    assert "PDF/X ではない" in said.out
    assert "画面用の色（RGB）が使われています" in said.err


def test_sheets_come_with_their_guide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "sheets.pdf"
    assert main(["impose", str(FUTATSU), "-o", str(output)]) == 0
    assert f"{output} を作りました（2枚、両面）。" in capsys.readouterr().out
    with opened(output.read_bytes()) as document:
        assert len(document.pages) == 4
    with opened((tmp_path / "sheets-guide.pdf").read_bytes()) as document:
        assert len(document.pages) == 1


@pytest.mark.parametrize("thickness", ["0", "2", "厚い", "nan"])
def test_a_thickness_that_no_paper_has_is_explained(
    thickness: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["impose", "--thickness", thickness])
    assert (
        f"紙の厚さ「{thickness}」は 0.03 から 1 までの数ではありません。" in capsys.readouterr().err
    )


def test_the_package_is_a_zip_where_its_name_says_so(tmp_path: Path) -> None:
    output = tmp_path / "nyuko.zip"
    assert main(["handoff", str(FUTATSU), "-o", str(output)]) == 0
    with ZipFile(output) as archive:
        names = archive.namelist()
    assert names == [
        f"nyuko/{name}"
        for name in (
            "futatsu-r6-print.pdf",
            "futatsu-r6-proof.pdf",
            "入稿仕様書.pdf",
            "SHA256SUMS.txt",
        )
    ]


@pytest.mark.parametrize("name", ["nyuko.pdf", "入稿.LZH"])
def test_a_package_gets_no_name_of_a_single_file(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["handoff", str(FUTATSU), "-o", str(tmp_path / name)])
    assert ended.value.code == 2
    stem = tmp_path / Path(name).stem
    said = f"ZIP にするなら {stem}.zip、フォルダーにするなら {stem} と書いてください。"
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_there_is_never_mixed_with_a_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "入稿一式"
    output.mkdir()
    assert main(["handoff", str(FUTATSU), "-o", str(output)]) == 1
    assert f"FIL010 {output} はすでにあります。" in capsys.readouterr().err
    assert not list(output.iterdir())


@pytest.mark.parametrize("option", [["--printer", "x1a"], ["--content", str(FUTATSU)]])
def test_conditions_of_a_printing_house_are_not_left_aside(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = tmp_path / "screen.pdf"
    screen.write_bytes(built("futatsu").pdf)
    assert main(["preflight", str(screen), *option]) == 1
    assert "PDF/X ではない" in capsys.readouterr().out
    assert main(["preflight", str(screen), "--for", "screen", *option]) == 2
    assert f"{option[0]} は --for print といっしょに書いてください。" in capsys.readouterr().err


def test_what_is_wrong_with_every_page_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = tmp_path / "screen.pdf"
    screen.write_bytes(built("futatsu").pdf)
    main(["preflight", "--for", "print", str(screen)])
    (said,) = (line for line in capsys.readouterr().err.splitlines() if "PRE021" in line)
    assert said.startswith("エラー PRE021 画面用の色（RGB）が使われています（1ページの、左から ")
    assert said.endswith("か所）。（1～6ページ）")


@pytest.mark.parametrize(("given", "said"), [
    ("ない.pdf", "エラー EXT004 PDF「ない.pdf」がないか、開けません。"),
    ("壊れた.pdf", "エラー PFL001 PDF として開けません。"),
    ("構造なし.pdf", "エラー PFL020 読み上げのための構造（タグ）がありません。"),
])  # fmt: skip
def test_what_cannot_be_read_aloud_is_told_as_all_else_is(
    given: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("壊れた.pdf").write_bytes(b"%PDF-1.7\n")
    Path("構造なし.pdf").write_bytes(printed(FUTATSU).pdf)
    assert main(["transcript", given]) == 1
    assert capsys.readouterr().err.startswith(said)
