"""How long numbered copies of the booklet take: a whole process, for lists of some lengths.

python benchmarks/copies.py [--times 5]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from process import peak_mebibytes, python, seconds_of

CONTENT = Path(__file__).parents[1] / "content"
COUNTS = (1, 100, 500)
FAMILY = "山田佐藤鈴木高橋伊藤渡辺中村小林加藤吉田"
GIVEN = "太郎花子一郎次郎三郎春子夏子秋子冬子和夫"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=5, help="runs a median is taken of")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for kind, options in (("copies", ()), ("copies with a watermark", ("--watermark",))):
            for count in COUNTS:
                command = _command(work, count, options)
                seconds = seconds_of(command, times, lambda: None)
                print(f"  {count:>4} {kind:<40}{seconds:>8.3f} s")
        memory = peak_mebibytes(_command(work, COUNTS[-1], ()))
        size = (work / "copies.zip").stat().st_size / 1024**2
        print(f"  {COUNTS[-1]:>4} copies: {size:.0f} MiB, peak memory {memory or 0:.0f} MiB")
    return 0


def _command(work: Path, count: int, options: tuple[str, ...]) -> list[str]:
    rows = (f"{number:03},{_name(number)},金沢市議会\n" for number in range(1, count + 1))
    path = work / "名簿.csv"
    path.write_text("番号,氏名,所属\n" + "".join(rows), encoding="utf-8")
    to = ("-o", str(work / "copies.zip"))
    return python("-m", "strategy_report", "distribute", str(path), str(CONTENT), *to, *options)


def _name(number: int) -> str:
    family, given = number % 10 * 2, number // 10 % 10 * 2
    return f"{FAMILY[family : family + 2]}　{GIVEN[given : given + 2]}"


if __name__ == "__main__":
    sys.exit(main())
