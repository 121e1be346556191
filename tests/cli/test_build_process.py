"""A build as a whole process: what it loads, opens and asks of the machine, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from kit.booklets import FUTATSU, ROOT, built
from kit.interrupted import calls_of, interrupted_at

from strategy_report.cli.main import main
from strategy_report.fonts.catalog import font_folder

# Third parties that a build with a filled cache loads; each costs every build its time.
LOADED = {"budoux", "reportlab", "strategy_report", "uharfbuzz", "yaml"}
# Of the standard library, what costs milliseconds or has no business in a build.
NOT_LOADED = {
    *("asyncio", "ctypes", "dataclasses", "email", "http", "logging", "multiprocessing"),
    *("random", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "unittest", "xml"),
}

# Parts of what is loaded that take longer to come in than the rest of it.
LEFT_OUT = {
    *("reportlab.lib.fontfinder", "reportlab.pdfbase.ttfonts", "pickle", "platform"),
    *("budoux.html_processor", "html.entities"),
}

AND_LIST_MODULES = """
import sys
from strategy_report.__main__ import run
sys.argv = ["strategy-report", *sys.argv[1:]]
code = run()
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""

# Every file opened or looked for in a folder, and every step out of the process.
AND_TRACE = """
import os, sys
seen = []
def hook(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        seen.append("file " + os.path.abspath(os.fsdecode(arguments[0])))
    elif event.split(".")[0] in ("socket", "subprocess", "urllib", "webbrowser", "ftplib"):
        seen.append("event " + event)
    elif event in ("os.exec", "os.fork", "os.posix_spawn", "os.system"):
        seen.append("event " + event)
sys.addaudithook(hook)
from strategy_report.__main__ import run
sys.argv = ["strategy-report", *sys.argv[1:]]
code = run()
print(*seen, sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def build(
    folder: Path, *arguments: str, script: str = "", variables: dict[str, str] | None = None
) -> Any:
    """A build of a small town in a process of its own, with *folder* as its place of work."""
    program = ["-c", script] if script else ["-m", "strategy_report"]
    command = [sys.executable, *program, "build", str(FUTATSU), *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
        | (variables or {}),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def test_a_build_with_a_filled_cache_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    build(tmp_path)
    said = build(tmp_path, script=AND_LIST_MODULES).stderr.splitlines()
    # On a busy machine the build also says what it is at.
    modules = [line for line in said if not line.endswith("…")]
    packages = {name.partition(".")[0] for name in modules}
    foreign = {
        name
        for name in packages - set(sys.stdlib_module_names) - {"__main__", "__mp_main__"}
        if not name.startswith(("_", "cython", "sitecustomize", "distutils"))
    }
    assert foreign == LOADED
    assert packages & NOT_LOADED == set()
    assert LEFT_OUT & set(modules) == set()
    assert "strategy_report.editions" not in modules


def test_libraries_that_lie_beside_the_content_are_not_run(tmp_path: Path) -> None:
    for name in ("yaml", "reportlab", "typing"):
        planted = f"open({str(tmp_path / 'was-run')!r}, 'w').close()\n"
        (tmp_path / f"{name}.py").write_text(planted, encoding="utf-8")
    build(tmp_path)
    assert not (tmp_path / "was-run").exists()


def test_a_build_opens_nothing_outside_and_reaches_no_one(tmp_path: Path) -> None:
    # With an empty cache, so that charts are drawn: no font of the system, no setting of a user's.
    home = tmp_path / "home"
    home.mkdir()
    seen = build(tmp_path, script=AND_TRACE, variables={"HOME": str(home)}).stderr.splitlines()
    opened = {Path(line.removeprefix("file ")) for line in seen if line.startswith("file ")}
    assert font_folder() / "BIZUDGothic-Bold.ttf" in opened
    own = {ROOT, Path(sys.prefix), tmp_path, *map(Path, sysconfig.get_paths().values())}
    # Where Python looks for its own files may be written as a link to them.
    own |= {path.resolve() for path in own}
    allowed = {Path("/proc/sys/kernel/random/boot_id")}
    strays = [p for p in opened - allowed if not any(p.is_relative_to(o) for o in own)]
    assert strays == []
    assert [line for line in seen if line.startswith("event ")] == []
    assert list(home.iterdir()) == []


def test_nothing_of_the_machine_reaches_the_file(tmp_path: Path) -> None:
    # Once with every comfort, once with none: no home, no place for a cache, nothing in Japanese.
    well, badly = tmp_path / "快適な 場所", tmp_path / "badly"
    well.mkdir()
    badly.mkdir()
    (badly / ".strategy-report-cache").write_text("in the way", encoding="utf-8")
    comfort = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "HOME": str(well)}
    nothing = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C", "HOME": "/nowhere"}
    console = {"TMPDIR": "/nowhere", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp932"}
    build(well, "-o", "冊子 第1版.pdf", variables=comfort)
    build(badly, "-o", "out.pdf", variables=nothing | console)
    wanted = built("futatsu").pdf
    assert (well / "冊子 第1版.pdf").read_bytes() == wanted
    assert (badly / "out.pdf").read_bytes() == wanted


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.97, 0.998])
def test_ctrl_c_ends_with_130_and_the_old_file_or_the_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], share: float
) -> None:
    output = tmp_path / "town.pdf"
    arguments = ["build", str(FUTATSU), "-o", str(output)]
    main(arguments)
    calls = calls_of(lambda: main(arguments))
    output.write_bytes(b"old")
    capsys.readouterr()
    assert interrupted_at(int(calls * share), lambda: main(arguments)) == 130
    assert output.read_bytes() in (b"old", built("futatsu").pdf)
    said = capsys.readouterr().err
    assert said.endswith("中止しました。書きかけのファイルは残していません。\n")
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
