"""How long builds take and how much memory they hold, as a table. Writes nothing here.

Compiled modules must be there (PYTHONDONTWRITEBYTECODE unset, one build made before).

    python benchmarks/run.py [--times 15]

Whole processes are timed from outside, start and end included; steps and rebuilds inside one
process. The content is the booklet's own, copied to a temporary folder.
"""

from __future__ import annotations

import argparse
import gc
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from many_goals import write_many_goals
from photographs import write_with_photographs
from process import peak_mebibytes, python, seconds_of
from stages import stopwatch

from strategy_report.core.diagnostic import Checked
from strategy_report.pipeline import Built, Press, build

CONTENT = Path(__file__).parents[1] / "content"
MANY = 100
# One figure of goal 1, as it stands in its file; each rebuild finds another, so its chart is new.
YEAR, FIGURE = "R5: ", 20618


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=15, help="runs a median is taken of")
    times = parser.parse_args().times
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(CONTENT, work / "content")
        write_many_goals(CONTENT, work / "many", MANY)
        whole_processes(work, times)
        print_builds(work, times)
        corrections(work, times)
        inside_one_process(work, times)
        many_goals(work)
    return 0


def row(what: str, value: str) -> None:
    print(f"  {what:<58}{value:>12}")


def in_seconds(seconds: float) -> str:
    return f"{seconds:.3f} s"


def whole_processes(work: Path, times: int) -> None:
    print(f"Whole processes, eight pages (median of {times})")
    command = _command(work / "content", work / "out")
    emptied = _emptying(work / "out")
    row("cold build, empty cache", in_seconds(seconds_of(command, times, emptied)))
    row("  peak memory", _mebibytes(command, emptied))
    row("cold build, filled cache", in_seconds(seconds_of(command, times, _nothing)))
    row("  peak memory", _mebibytes(command, _nothing))
    row("file", f"{(work / 'out' / 'booklet.pdf').stat().st_size / 1024:.0f} KB")
    bare = seconds_of(python("-c", "pass"), times, _nothing)
    imports = seconds_of(python("-c", "import strategy_report.cli.build"), times, _nothing)
    row("  of it: Python itself", in_seconds(bare))
    row("  of it: imports", in_seconds(imports - bare))


def print_builds(work: Path, times: int) -> None:
    count = write_with_photographs(work / "content", work / "photographs")
    print(f"Whole processes, for a printing house, {count} photographs (median of {times})")
    command = [*_command(work / "photographs", work / "out-print"), "--for", "print"]
    emptied = _emptying(work / "out-print")
    row("nothing cached", in_seconds(seconds_of(command, min(times, 5), emptied)))
    row("photographs and charts cached", in_seconds(seconds_of(command, times, _nothing)))


def corrections(work: Path, times: int) -> None:
    print(
        f"Whole processes, one figure corrected: PDF, comparison, 正誤表, pages (median of {times})"
    )
    first, second = work / "first", work / "second"
    for folder in (first, second):
        shutil.copytree(work / "content", folder)
    goal = second / "goals" / "1.yaml"
    text = goal.read_text(encoding="utf-8")
    goal.write_text(text.replace(f"{YEAR}{FIGURE}", f"{YEAR}{FIGURE + 300}"), encoding="utf-8")
    out = work / "out-corrected"
    subprocess.run(_command(first, out), check=True, stdout=subprocess.DEVNULL)
    script = str(Path(__file__).with_name("correction.py"))
    command = python(script, str(out / "booklet.pdf"), str(second), str(out))
    row("first run", in_seconds(seconds_of(command, 1, _nothing)))
    row("again", in_seconds(seconds_of(command, times, _nothing)))


def inside_one_process(work: Path, times: int) -> None:
    # As `build --watch` does.
    gc.set_threshold(100_000)
    print(f"Inside one process, eight pages (median of {times})")
    content, press = work / "content", _press(work / "out")
    with stopwatch() as watch:
        started = perf_counter()
        _built(build(content, press))
        first = perf_counter() - started
    row("first build", in_seconds(first))
    _steps(watch.seconds)
    goal = content / "goals" / "1.yaml"
    before = goal.read_text(encoding="utf-8")
    if f"{YEAR}{FIGURE}" not in before:
        raise RuntimeError("the booklet has changed: choose another figure")
    taken = []
    with stopwatch() as watch:
        for turn in range(times):
            changed = before.replace(f"{YEAR}{FIGURE}", f"{YEAR}{FIGURE + turn + 1}")
            goal.write_text(changed, encoding="utf-8")
            started = perf_counter()
            _built(build(content, press))
            taken.append(perf_counter() - started)
    goal.write_text(before, encoding="utf-8")
    row("rebuild after one changed figure", in_seconds(median(taken)))
    _steps({step: seconds / times for step, seconds in watch.seconds.items()})


def many_goals(work: Path) -> None:
    print(f"Whole processes, {MANY} goals (one run)")
    command = _command(work / "many", work / "out-many")
    emptied = _emptying(work / "out-many")
    row("cold build, empty cache", in_seconds(seconds_of(command, 1, emptied)))
    row("cold build, filled cache", in_seconds(seconds_of(command, 1, _nothing)))
    row("  peak memory", _mebibytes(command, _nothing))


def _steps(seconds: dict[str, float]) -> None:
    for step, taken in seconds.items():
        row(f"  of it: {step}", in_seconds(taken))


def _command(content: Path, out: Path) -> list[str]:
    pdf = str(out / "booklet.pdf")
    return python("-m", "strategy_report", "build", str(content), "-o", pdf)


def _press(out: Path) -> Press:
    return Press()


def _built(checked: Checked[Built]) -> Built:
    if checked.value is None:
        raise RuntimeError("\n".join(d.what for d in checked.diagnostics))
    return checked.value


def _emptying(folder: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _nothing() -> None:
    pass


def _mebibytes(command: list[str], before: Callable[[], None]) -> str:
    before()
    peak = peak_mebibytes(command)
    return "not told" if peak is None else f"{peak:.0f} MiB"


if __name__ == "__main__":
    sys.exit(main())
