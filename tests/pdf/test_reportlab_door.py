"""reportlab comes in without its settings files, its variables and its dangerous parts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]

# One page of text, its SHA-256 printed, and what came along.
BUILD = """
import sys
from hashlib import sha256
from kit.books import FACES, a_book, a_page, a_paragraph
from strategy_report.pdf.document import write_pdf
data = write_pdf(a_book(a_page(a_paragraph(("出生数は9,410件", "（前年度比3.2％減）")))), FACES)
print(sha256(data).hexdigest())
print(sorted(sys.modules))
"""


def build(cwd: Path | None = None, **variables: Any) -> list[str]:
    """What a build in a process of its own prints: digest, modules."""
    environment = os.environ | {"PYTHONPATH": str(TESTS)} | variables
    done = subprocess.run(
        [sys.executable, "-c", BUILD],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def digest() -> str:
    return build()[0]


@pytest.mark.parametrize(
    "name", ["reportlab_settings.py", "reportlab_mods.py", "local_rl_settings.py"]
)
def test_settings_in_the_working_directory_are_not_run(
    tmp_path: Path, digest: str, name: str
) -> None:
    (tmp_path / name).write_text(
        "import pathlib; pathlib.Path(__file__).with_name('ran').touch(); pageCompression = 0",
        encoding="utf-8",
    )
    path = f"{TESTS}{os.pathsep}{tmp_path}"
    assert build(tmp_path, PYTHONPATH=path)[0] == digest
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", [".reportlab_settings", ".reportlab_mods"])
def test_settings_in_the_home_folder_are_not_run(tmp_path: Path, digest: str, name: str) -> None:
    (tmp_path / name).write_text(
        f"open({str(tmp_path / 'ran')!r}, 'w'); pageCompression = 0", encoding="utf-8"
    )
    assert build(HOME=str(tmp_path), USERPROFILE=str(tmp_path))[0] == digest
    assert not (tmp_path / "ran").exists()


def test_variables_do_not_reach_the_file(digest: str) -> None:
    hostile: dict[str, Any] = {
        "RL_pageCompression": "0",
        "RL_useA85": "1",
        "RL_invariant": "0",
        "RL_pdfComments": "1",
        "RL_pdfMultiLine": "1",
        "RL_documentLang": "xx",
        "RL_canvas_basefontname": "Courier",
        "RL_defaultPageSize": "no such size",
        "SOURCE_DATE_EPOCH": "昨日",
    }
    assert build(**hostile)[0] == digest


def test_process_clock_and_place_do_not_reach_the_file(tmp_path: Path, digest: str) -> None:
    digests = {
        build(
            tmp_path,
            PYTHONHASHSEED=seed,
            TZ=zone,
            LC_ALL=locale,
        )[0]
        for seed, zone, locale in (
            ("1", "Asia/Tokyo", "C"),
            ("2", "America/New_York", "C.UTF-8"),
            ("3", "UTC", "ja_JP.UTF-8"),
        )
    }
    assert digests == {digest}


def test_parts_that_are_not_needed_do_not_come_along() -> None:
    modules = build()[1]
    for name in (
        "PIL",
        "reportlab.lib.rl_safe_eval",
        "reportlab.lib.rltempfile",
        "reportlab.lib.fontfinder",
        "reportlab.platypus",
        "reportlab_settings",
        "fontTools",
        "pikepdf",
        "numpy",
    ):
        assert f"'{name}'" not in modules


def test_variables_are_back_afterwards() -> None:
    script = "import os; import strategy_report.pdf.reportlab_door; print(os.environ['RL_debug'])"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"RL_debug": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.strip() == b"1"


def test_expressions_are_not_evaluated() -> None:
    # Through this door of reportlab's CVE-2023-33733 came in.
    script = (
        "import strategy_report.pdf.reportlab_door\n"
        "from reportlab.lib.colors import toColor\n"
        "toColor('[[[getattr(pow, Word)]]]')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"left out: reportlab.lib.rl_safe_eval" in done.stderr


def test_reportlab_has_the_names_that_are_not_public_but_used() -> None:
    """The contract with reportlab 5.1: every private name that pdf/ leans on."""
    from io import BytesIO

    from strategy_report.pdf.reportlab_door import Canvas, pdfdoc

    canvas = Canvas(BytesIO())
    for name in ("_doc", "_code", "_annotationrefs"):
        assert hasattr(canvas, name), name
    for name in (
        "idToObject",
        "idToObjectNumberAndVersion",
        "numberToId",
        "Catalog",
        "Pages",
        "info",
        "Reference",
    ):
        assert hasattr(canvas._doc, name), name
    assert pdfdoc.BasicFonts in canvas._doc.idToObject
    assert canvas._preamble.split() == ["1", "0", "0", "1", "0", "0", "cm"]
    canvas._code.append("n")
    canvas.showPage()
    assert "Page1" in canvas._doc.idToObject
    page = canvas._doc.Pages.pages[-1]
    assert page.stream.split() == ["1", "0", "0", "1", "0", "0", "cm", "n"]
    assert "MediaBox" in page.__NoDefault__
    assert pdfdoc.format(pdfdoc.PDFDictionary({"A": 1}), canvas._doc, toplevel=1) == b"<<\n/A 1\n>>"
