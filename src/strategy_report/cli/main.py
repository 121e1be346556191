"""The command line: a verb and its arguments in, an exit code out.

Exit codes: 0 good, 1 something is wrong with the content, 2 the command was typed wrong,
130 stopped by Ctrl-C, 70 the program itself is wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from strategy_report.cli.argument_types import bundle_path, errata_path, pdf_path, resolution
from strategy_report.cli.interrupt import held_back
from strategy_report.cli.japanese_arguments import HelpFormatter, JapaneseParser, add_content
from strategy_report.cli.print_arguments import (
    add_handoff,
    add_impose,
    add_preflight,
    add_purpose,
)
from strategy_report.cli.source_date import WrongEpochError
from strategy_report.cli.terminal import use_utf8

VERSION = "0.1.0"
# 128 and the number of SIGINT, as shells have it.
INTERRUPTED = 130

_EXAMPLES = """\
使い方の例:
  strategy-report build                    content/ から PDF を作ります
  strategy-report build 原稿 -o 冊子.pdf   場所と名前を決めて作ります
  strategy-report build --for print        印刷所に入稿する PDF を作ります
  strategy-report preflight 冊子.pdf       公開する PDF、入稿する PDF を調べます
  strategy-report transcript 冊子.pdf      どう読み上げられるかを、文字で出します
  strategy-report build --watch            保存するたびに作り直します（Ctrl-C で終わり）
  strategy-report check                    PDF を作らずに内容だけを調べます
  strategy-report check --fix              文字コードなど、安全に直せるものを直します
  strategy-report init 新しい計画          書き方の見本が入ったフォルダーを作ります
  strategy-report distribute 名簿.csv      名簿の1人に1冊ずつ、番号入りの PDF を作ります
  strategy-report release                  いまの原稿を、発行した版として残します
  strategy-report compare 前の原稿 content 2つの版の違いと、それが出ているページを示します
  strategy-report next-year 来年度の原稿   年を進めた原稿のフォルダーを作ります

終了コード: 0 正常、1 内容に誤り、2 命令の書き方の誤り、70 プログラムの不具合、130 中止
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Args:
        arguments: what follows the program's name; None takes those of the process.

    Returns:
        The exit code.
    """
    use_utf8()
    # A run makes values, and next to no cycles of them: looking for some costs a tenth of it, and
    # more the more goals there are.
    gc.set_threshold(1_000_000)
    try:
        return _run(_parser().read(sys.argv[1:] if arguments is None else arguments))
    except WrongEpochError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("中止しました。書きかけのファイルは残していません。", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has read enough; the interpreter must not try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        print(
            "プログラムの不具合で止まりました。前に作った PDF はそのまま残っています。\n"
            "  直し方: 原稿と次の英文を、このプログラムの担当者に送ってください。",
            file=sys.stderr,
        )
        sys.__excepthook__(*sys.exc_info())
        return 70


def _run(options: argparse.Namespace) -> int:
    """A verb's module has the verb's name, and is imported only when it is asked for."""
    if options.verb is None:
        _parser().print_help()
        return 2
    with held_back():
        verb = import_module(f"strategy_report.cli.{options.verb.replace('-', '_')}")
    return int(verb.run(options))


def _parser() -> JapaneseParser:
    parser = JapaneseParser(
        prog="strategy-report",
        description="YAML の原稿から、総合戦略の取組状況の冊子（PDF）を組みます。",
        epilog=_EXAMPLES,
        formatter_class=HelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"strategy-report {VERSION}",
        help="プログラムの版を出します",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="命令", title="命令")
    _add_build(verbs)
    _add_check(verbs)
    _add_init(verbs)
    _add_compare(verbs)
    _add_release(verbs)
    _add_next_year(verbs)
    add_preflight(verbs)
    _add_transcript(verbs)
    add_impose(verbs)
    add_handoff(verbs)
    _add_distribute(verbs)
    _add_extract(verbs)
    return parser


def _add_transcript(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    transcript = verbs.add_parser(
        "transcript",
        help="PDF がどう読み上げられるかを、文字で出します",
        description="PDF がどう読み上げられるかを、読まれる順に、文字で出します。",
    )
    transcript.add_argument(
        "source", type=Path, metavar="PDF・原稿フォルダー", help="PDF か、原稿のフォルダー"
    )


def _add_build(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    build = verbs.add_parser("build", help="PDF を作ります", description="PDF を作ります。")
    add_content(build)
    build.add_argument(
        "-o",
        "--output",
        type=pdf_path,
        metavar="ファイル",
        help="作る PDF の名前（書かなければ output/<id>.pdf。id は edition.yaml にあります）",
    )
    add_purpose(build)
    build.add_argument("--notes", action="store_true", help="小さなお知らせも出します")
    build.add_argument(
        "--strict",
        action="store_true",
        help="組版で無理をしたところ（そろわない行など）が1つでもあれば、PDF を作りません",
    )
    build.add_argument(
        "--watch", action="store_true", help="保存するたびに作り直します（Ctrl-C で終わり）"
    )
    build.add_argument(
        "--proof",
        action="store_true",
        help="決裁用の校正紙を作ります。変わったところに印を付け、「案」を薄く敷きます",
    )
    build.add_argument(
        "--against",
        type=Path,
        metavar="前の版",
        help="校正紙で比べる相手（書かなければ、最後に発行した版）",
    )
    build.add_argument("--line-numbers", action="store_true", help="校正紙に行の番号を付けます")
    _add_web_file(build)


def _add_web_file(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--no-data",
        action="store_true",
        help="原稿・指標の表を PDF の中に入れません（PDF/A-3a でなく PDF/A-2a になります）",
    )
    build.add_argument(
        "--pdf20", action="store_true", help="PDF 2.0（PDF/UA-2 と PDF/A-4）で作ります"
    )
    build.add_argument(
        "--resolution",
        type=resolution,
        metavar="数",
        help="写真の細かさ（1インチあたりの画素数、72～600。書かなければ紙にも刷れる細かさ）",
    )


def _add_check(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    check = verbs.add_parser(
        "check", help="内容を調べます", description="PDF を作らずに内容を調べます。"
    )
    add_content(check)
    check.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text は読むための形、json はほかのプログラムに渡す形",
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help="文字コード・改行・全角の記号など、意味の変わらないものを直します",
    )


def _add_init(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    init = verbs.add_parser(
        "init",
        help="見本の入ったフォルダーを作ります",
        description="書き方の見本が入った、新しい原稿フォルダーを作ります。",
    )
    init.add_argument("folder", type=Path, metavar="フォルダー", help="作るフォルダーの名前")


def _add_compare(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    compare = verbs.add_parser(
        "compare",
        help="2つの版を比べます",
        description="2つの版を比べ、変わったところと、それが出ている場所をすべて示します。\n"
        "終了コード: 0 同じ、3 変わったところがある、1 読めない版がある",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    compare.add_argument("old", type=Path, metavar="前の版", help="原稿フォルダーか、配布した PDF")
    compare.add_argument("new", type=Path, metavar="後の版", help="原稿フォルダーか、配布した PDF")
    compare.add_argument(
        "--format",
        choices=("text", "json", "html"),
        default="text",
        help="text は読むための形、json はほかのプログラムに渡す形、html はウェブページ",
    )
    compare.add_argument(
        "--errata",
        type=errata_path,
        metavar="ファイル",
        help="正誤表もこの名前で作ります（.pdf は紙の、.html はウェブの）",
    )
    compare.add_argument(
        "--pages", type=pdf_path, metavar="ファイル", help="差替えページ（PDF）もこの名前で作ります"
    )
    compare.add_argument(
        "--duplex", action="store_true", help="差替えページを、両面の紙ごとにそろえます"
    )
    compare.add_argument(
        "--side-by-side",
        type=pdf_path,
        metavar="ファイル",
        help="新旧対照（PDF、A3）もこの名前で作ります",
    )


def _add_release(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    release = verbs.add_parser(
        "release",
        help="版を発行します",
        description="いまの原稿を版として発行し、released/ に残します。"
        "発行した版は書き換えられません。",
    )
    add_content(release)


def _add_next_year(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    next_year = verbs.add_parser(
        "next-year",
        help="来年度版の原稿を作ります",
        description="いまの原稿から、年を進めた来年度版の原稿フォルダーを作り、"
        "書き足すものを一覧にします。",
    )
    next_year.add_argument(
        "folder", type=Path, metavar="新しいフォルダー", help="作るフォルダーの名前"
    )
    add_content(next_year)


def _add_distribute(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    distribute = verbs.add_parser(
        "distribute",
        help="名簿の1人に1冊ずつ、番号と氏名の入った PDF を作ります",
        description="名簿（CSV）の1人に1冊ずつ、下に配布番号と氏名の入った PDF を作り、"
        "一覧と一緒に ZIP かフォルダーにします。",
    )
    distribute.add_argument(
        "list",
        type=Path,
        metavar="名簿",
        help="番号・氏名・所属（・パスワード）の列がある CSV。Excel で保存したままで読めます",
    )
    add_content(distribute)
    distribute.add_argument(
        "-o",
        "--output",
        type=bundle_path,
        metavar="名前",
        help=".zip で終われば ZIP、ほかはフォルダー"
        "（書かなければ output/<id>-distribution-<名簿の名前>.zip）",
    )
    distribute.add_argument(
        "--watermark", action="store_true", help="番号と氏名を、全ページの地にも薄く敷きます"
    )
    distribute.add_argument(
        "--letter",
        action="store_true",
        help="1人に1枚ずつ、送付状の PDF も作ります（文は原稿フォルダーの letter.yaml）",
    )
    distribute.add_argument(
        "--sign",
        type=Path,
        metavar="証明書",
        help="証明書（.p12、.pfx）で電子署名を付けます。pyHanko が要ります",
    )
    distribute.add_argument(
        "--passphrase",
        type=Path,
        metavar="ファイル",
        help="証明書のパスフレーズを1行に書いたファイル（書かなければ、画面で聞きます）",
    )
    distribute.add_argument(
        "--no-data",
        action="store_true",
        help="原稿・指標の表を PDF の中に入れません（PDF/A-3a でなく PDF/A-2a になります）",
    )


def _add_extract(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    extract = verbs.add_parser(
        "extract",
        help="PDF から原稿を取り出します",
        description="配布用の PDF に入っている原稿を、原稿フォルダーに戻します。"
        "写真は PDF の中の大きさです。",
    )
    extract.add_argument("file", type=Path, metavar="PDF", help="このソフトで作った配布用の PDF")
    extract.add_argument("folder", type=Path, metavar="フォルダー", help="作るフォルダーの名前")
