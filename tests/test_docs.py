"""The documents tell the truth: nothing is missing, and every example gives what it shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from document_tables import anchor, filled
from documents import CONFIRMATIONS, GUIDE, PICTURES, page_picture
from guide_examples import Told, carried_out, fences_of, shown_anew
from kit.booklets import KANAZAWA, ROOT, built
from kit.golden import assert_golden
from PIL import Image, ImageChops, ImageStat

from strategy_report.checked_content import check_content
from strategy_report.cli.main import main
from strategy_report.content.printer_file import load_conditions

SOURCE = ROOT / "src" / "strategy_report"
README, ARCHITECTURE = ROOT / "README.md", ROOT / "docs" / "architecture.md"
DOCUMENTS = [README, ARCHITECTURE, GUIDE, CONFIRMATIONS, ROOT / "CHANGELOG.md"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """What the program says to each of the guide's examples."""
    return list(carried_out(text_of(GUIDE), KANAZAWA, tmp_path_factory.mktemp("guide")))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def help_of(*verb: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main([*verb, "--help"])
    return capsys.readouterr().out


def commands() -> list[str]:
    """Every line of every shell example."""
    return [
        line.partition("#")[0].strip()
        for path in (README, GUIDE, ARCHITECTURE)
        for fence in fences_of(text_of(path))
        if fence.language == "sh"
        for line in fence.body.splitlines()
        if line.strip()
    ]


def test_the_guide_shows_what_the_program_says(told: list[Told]) -> None:
    shown = shown_anew(text_of(GUIDE), iter(told))
    assert_golden(filled(shown, built("content")), GUIDE)


def test_an_example_that_shows_no_message_builds_without_one(told: list[Told]) -> None:
    silent = [one for one in told if not one.fence.label.startswith("表示")]
    assert len(silent) >= 8
    assert {one.heading: one.said for one in silent if one.said} == {}


def test_the_words_that_the_design_adds_are_listed_for_the_city() -> None:
    assert_golden(filled(text_of(CONFIRMATIONS), built("content")), CONFIRMATIONS)


def test_the_printing_house_of_the_guide_is_understood(tmp_path: Path) -> None:
    (written,) = (f.body for f in fences_of(text_of(GUIDE)) if "profile:" in f.body)
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers/mihon.yaml").write_text(written, encoding="utf-8")
    # The one thing that no example can bring along is the printing house's own profile.
    said = load_conditions(tmp_path, "mihon").diagnostics
    assert [d.what for d in said if "JapanColor2011Coated.icc" not in d.what] == []


def test_every_doubt_of_the_content_is_listed_for_the_city() -> None:
    said = check_content(KANAZAWA).diagnostics
    assert [d.what for d in said if d.code == "DBT010"] == []


def test_a_build_says_the_lines_that_the_guide_begins_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = next(f.body for f in fences_of(text_of(GUIDE)) if "を作りました" in f.body)
    assert main(["build", str(KANAZAWA), "-o", str(tmp_path / "kanazawa-r6.pdf")]) == 0
    said = capsys.readouterr().out.replace(f"{tmp_path}", "output")
    # Size and time differ from one machine, and one version, to the next.
    measured = re.compile(r"\d+ KB、[\d.]+ 秒|\d+KB")
    assert measured.sub("", said) == measured.sub("", shown)


def test_every_command_and_option_is_in_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    verbs = re.findall(r"^    ([a-z-]+)(?:  |$)", help_of(capsys=capsys), re.MULTILINE)
    assert {"build", "check", "init", "next-year"} <= set(verbs)
    wanted = {f"strategy-report {verb}" for verb in verbs}
    for verb in ([], *([verb] for verb in verbs)):
        wanted |= set(re.findall(r"--[a-z][a-z-]+", help_of(*verb, capsys=capsys)))
    guide = text_of(GUIDE)
    assert sorted(word for word in wanted if word not in guide) == []


def test_every_code_of_a_message_is_in_the_guide() -> None:
    codes = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"\"([A-Z]{3,4}\d{3})\"", text_of(path))
    }
    listed = re.findall(r"^\| `([A-Z]{3,4}\d{3})` \|", text_of(GUIDE), re.MULTILINE)
    assert (codes - set(listed), set(listed) - codes) == (set(), set())
    # A code that says two things can be looked up for neither.
    assert len(listed) == len(set(listed))


def test_every_package_is_in_the_table_of_layers() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    listed = set(re.findall(r"^\| `(\w+)` \|", text_of(ARCHITECTURE), re.MULTILINE))
    assert packages <= listed <= packages | {path.stem for path in SOURCE.glob("*.py")}


def test_every_target_of_make_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    called = set(re.findall(r"`make ([a-z-]+)`", "".join(map(text_of, DOCUMENTS))))
    called |= {line.split()[1] for line in commands() if line.startswith("make ")}
    assert {"booklet", "test"} <= called <= targets


@pytest.mark.parametrize("line", sorted({c for c in commands() if c.startswith("strategy-report")}))
def test_a_command_in_the_documents_can_be_typed(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # With --help at its end, a command is read and not carried out.
    with pytest.raises(SystemExit) as ended:
        main([*line.split()[1:], "--help"])
    assert ended.value.code == 0, capsys.readouterr().err


def test_the_readme_shows_a_message_that_the_guide_proves() -> None:
    (message,) = (f.body for f in fences_of(text_of(README)) if f.language == "text")
    assert message in text_of(GUIDE)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text_of(path)):
        name, _, anchor = "".join(link).partition("#")
        target = path.parent / name if name else path
        if "://" in name:
            continue
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            lost.append("".join(link))
    assert lost == []


def anchors_of(path: Path) -> set[str]:
    return {anchor(found) for found in re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_small_and_show_the_booklet_of_today(name: str) -> None:
    path = ROOT / "docs" / "pictures" / name
    assert path.stat().st_size < 100_000
    assert f"docs/pictures/{name}" in text_of(README)
    now = page_picture(built("content"), PICTURES[name]).convert("RGB")
    with Image.open(path) as kept:
        difference = ImageStat.Stat(ImageChops.difference(now, kept.convert("RGB")))
    assert max(difference.mean) < 8, "run make documents and look at the pictures"


def test_every_library_that_is_installed_with_the_program_has_its_reason() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    names = {re.split(r"[<>=]", one)[0] for one in project["dependencies"]}
    doors = text_of(ARCHITECTURE).partition("## One door a library")[2].partition("\n## ")[0]
    assert sorted(name for name in names if name not in doors.lower()) == []


def test_every_module_that_the_architecture_names_exists() -> None:
    named = set(re.findall(r"`([\w/.-]+\.py)`", text_of(ARCHITECTURE)))
    there = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("[!.]*/**/*.py")}
    assert len(named) > 20
    assert [
        name for name in named if not any(f"/{one}".endswith(f"/{name}") for one in there)
    ] == []
