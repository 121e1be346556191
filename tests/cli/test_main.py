"""The command line itself: help, usage errors in Japanese, exit codes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from kit.commands import Run
from kit.content_folder import ContentFolder

from strategy_report.cli import check
from strategy_report.cli.main import VERSION

ROOT = Path(__file__).parents[2]


def test_help_is_in_japanese_and_shows_examples(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert said.out.startswith("書き方: strategy-report")
    assert "strategy-report build --watch" in said.out
    assert re.findall(r"usage|options|positional|show this", said.out) == []


@pytest.mark.parametrize("verb", ["build", "check", "init"])
def test_help_of_a_verb_is_in_japanese(run: Run, verb: str) -> None:
    said = run(verb, "--help")
    assert said.code == 0
    assert re.findall(r"usage|options|positional|show this", said.out) == []
    for line in said.out.splitlines():
        assert "==SUPPRESS==" not in line


def test_the_version_is_the_package_s(run: Run) -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{VERSION}"\n' in project
    assert run("--version").out == f"strategy-report {VERSION}\n"


def test_no_verb_shows_the_help(run: Run) -> None:
    said = run()
    assert said.code == 2
    assert said.out.startswith("書き方: strategy-report")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("bild",), "「bild」は選べません。build, check, init"),
        (
            ("build", "--wacth"),
            "「--wacth」は使えません。綴りを確かめてください。「--watch」ではありませんか。",
        ),
        (
            ("build", "--ouput=a.pdf"),
            "「--ouput=a.pdf」は使えません。綴りを確かめてください。「--output」ではありませんか。",
        ),
        (("build", "--watermark"), "「--watermark」は、この命令では使えません（ほかの命令に書く"),
        (("build", "a", "b"), "「b」は余分です。空白のある名前は、全体を半角の引用符で囲んで"),
        # What a command becomes that was copied out of Word, or typed with the input method on.
        (("build", "–proof"), "「–proof」は、半角で「--proof」と打ってください。"),
        (("build", "－o", "a.pdf"), "「－o」は、半角で「-o」と打ってください。"),
        (("build　content",), "「build　content」は、半角で「build content」と打ってください。"),
        (("help",), "「help」は選べません。build, check, init"),
        (("build", "-o"), "「-o/--output」のあとに値を書いてください。"),
        (("check", "--format", "xml"), "「xml」は選べません。text, json のどれか"),
        (("build", "--watch=1"), "「--watch」の書き方を確かめてください。"),
        (("check", "--f"), "「--f」は使えません。"),
        (("init",), "「フォルダー」が足りません。書き足してください。"),
        # Options left aside in silence would give a file that was not ordered.
        (("build", "--pdfx", "1a"), "--pdfx は --for print といっしょに書いてください。"),
        (("build", "--ink", "gray"), "--ink は --for print といっしょに書いてください。"),
        (("build", "--line-numbers"), "--line-numbers は --proof といっしょに書いてください。"),
        (("build", "--for", "print", "--proof"), "--proof と --for print は、いっしょには"),
        (("build", "--proof", "--watch"), "--watch と --proof は、いっしょには使えません。"),
        (("build", "--spot", "DIC-641s"), "--spot は --for print といっしょに書いてください。"),
        (("build", "--for", "print", "--spot", "DIC-641s", "--ink", "gray"), "--ink と --spot は"),
        (("build", "--resolution", "5"), "写真の細かさ「5」は 72 から 600 までの整数では"),
        # A slip must not cost a file of the content.
        (
            ("compare", "a", "b", "--errata", "plan.yaml"),
            "plan.yaml は正誤表の名前では",
        ),
        (("compare", "a", "b", "--side-by-side", "plan.yaml"), "plan.yaml は PDF の名前では"),
    ],
)
def test_a_usage_error_is_in_japanese(run: Run, arguments: tuple[str, ...], what: str) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    first, second = said.err.splitlines()
    assert first.startswith(f"命令の書き方が違います: {what}")
    assert second.startswith("「strategy-report")
    assert second.endswith("--help」で書き方が出ます。")


@pytest.mark.parametrize("paper", ["A3", "a3"])
def test_a_choice_may_be_typed_in_capitals(run: Run, paper: str) -> None:
    assert run("impose", "ない", "--paper", paper).code == 1


def test_a_standard_may_be_typed_by_its_whole_name(run: Run) -> None:
    assert run("build", "ない", "--for", "print", "--pdfx", "PDF/X-1a").code == 1


def test_a_fault_of_the_program_is_told_from_a_fault_of_the_content(
    town: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(check, "check_content", fail)
    said = run("check", str(town.path))
    assert said.code == 70
    assert said.err.startswith("プログラムの不具合で止まりました。")
    assert said.err.endswith("RuntimeError: a fault of ours\n")


def test_ctrl_c_ends_with_130(
    town: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_content", interrupt)
    said = run("check", str(town.path))
    assert said.code == 130
    assert said.err == "中止しました。書きかけのファイルは残していません。\n"


def test_a_reader_that_has_read_enough_is_no_fault(town: ContentFolder) -> None:
    town.edit("goals/1.yaml", "R5: 1243", "R5: 1,243")
    command = [sys.executable, "-m", "strategy_report", "check", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
