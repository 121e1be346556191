"""What goes to a printing house."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from kit.booklets import FUTATSU, KANAZAWA
from kit.content_folder import ContentFolder
from kit.pdf_text import opened, pdfium_text
from kit.printed import printed

from strategy_report.core.diagnostic import Checked
from strategy_report.handoff import Package, pack
from strategy_report.print_job import Colours, PrintOrder, Workshop


@pytest.fixture(scope="module")
def checked() -> Checked[Package]:
    return pack(PrintOrder(content=KANAZAWA), Workshop())


@pytest.fixture(scope="module")
def files(checked: Checked[Package]) -> dict[str, bytes]:
    assert checked.value is not None, checked.diagnostics
    return dict(checked.value.files)


def test_the_package_holds_file_proof_ticket_and_sums(files: dict[str, bytes]) -> None:
    assert list(files) == [
        "kanazawa-r6-print.pdf",
        "kanazawa-r6-proof.pdf",
        "入稿仕様書.pdf",
        "SHA256SUMS.txt",
    ]
    assert files["kanazawa-r6-print.pdf"] == printed(KANAZAWA).pdf


def test_the_sums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    lines = files["SHA256SUMS.txt"].decode().splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    del files["SHA256SUMS.txt"]
    assert told == {name: sha256(data).hexdigest() for name, data in files.items()}


def test_the_ticket_says_what_is_to_be_made(files: dict[str, bytes]) -> None:
    read = "".join(pdfium_text(files["入稿仕様書.pdf"]))
    for words in (
        "210×297mm（A4）",
        "8ページ（表紙を含む）",
        "中綴じ、左綴じ",
        "4色（CMYK）",
        "PDF/X-4（単ページ）",
        "3mm、角トンボ（内外二重）とセンタートンボ",
        "320％ まで",
        "問題なし",
        "BIZUDGothic-Bold",
        sha256(files["kanazawa-r6-print.pdf"]).hexdigest()[:16],
    ):
        assert words.replace(" ", "") in read.replace(" ", ""), words
    with opened(files["入稿仕様書.pdf"]) as document:
        assert len(document.pages) == 1


def test_missing_photographs_are_told_before_the_file_leaves(checked: Checked[Package]) -> None:
    (said,) = (d for d in checked.diagnostics if d.code == "PRT010")
    assert said.what == "「写真準備中」の絵が 6点 残っています。"


@pytest.fixture(scope="module")
def in_one_ink(tmp_path_factory: pytest.TempPathFactory) -> Checked[Package]:
    """Six pages in a spot ink, and two white ones to fill the sheet."""
    folder = ContentFolder(tmp_path_factory.mktemp("spot"), FUTATSU)
    folder.write("edition.yaml", folder.read("edition.yaml") + "blank_pages: 巻末\n")
    return pack(PrintOrder(content=folder.path, colours=Colours.SPOT, spot="DIC-641s"), Workshop())


def test_a_job_in_one_ink_speaks_of_no_other(in_one_ink: Checked[Package]) -> None:
    assert in_one_ink.value is not None
    ticket = "".join(pdfium_text(in_one_ink.value.files["入稿仕様書.pdf"])).replace(" ", "")
    for words in ("特色1色（DIC-641s）", "DIC-641s100％、オーバープリント", "1色なので100％まで"):
        assert words in ticket
    assert "K100" not in ticket
    # The ink was ordered: it is none that was forgotten.
    assert "PRE023" not in {d.code for d in in_one_ink.diagnostics}


def test_the_proof_shows_the_pages_that_are_printed_as_gray_as_they_will_be(
    in_one_ink: Checked[Package],
) -> None:
    assert in_one_ink.value is not None
    with opened(in_one_ink.value.files["futatsu-r6-proof.pdf"]) as document:
        assert len(document.pages) == 8
        operators = {
            str(operator)
            for page in document.pages
            for _, operator in pikepdf.parse_content_stream(page)
        }
    assert "g" in operators
    assert not operators & {"rg", "RG", "k", "K", "cs", "scn"}


def test_a_draft_is_told(tmp_path: Path) -> None:
    content = Path(copytree(KANAZAWA, tmp_path / "content"))
    edition = content / "edition.yaml"
    text = edition.read_text(encoding="utf-8").replace("status: 確定", "status: 案")
    edition.write_text(text, encoding="utf-8")
    said = pack(PrintOrder(content=content), Workshop()).diagnostics
    assert "PRT009" in {d.code for d in said}
