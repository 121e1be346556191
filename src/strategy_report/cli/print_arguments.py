"""Arguments of the verbs that lead to paper: print, preflight, impose, handoff."""

from __future__ import annotations

import argparse
from pathlib import Path

from strategy_report.cli.argument_types import (
    bundle_path,
    paper_thickness,
    pdf_path,
    spot_name,
    standard_name,
)
from strategy_report.cli.japanese_arguments import JapaneseParser, add_content
from strategy_report.core.length import mm


def add_purpose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="purpose",
        choices=("screen", "print"),
        default="screen",
        help="screen は配布用、print は印刷所に入稿する PDF/X",
    )
    _add_print_order(parser)


def _add_print_order(parser: argparse.ArgumentParser) -> None:
    """What an order to a printing house is made of."""
    parser.add_argument(
        "--pdfx",
        type=standard_name,
        choices=("4", "1a"),
        help="印刷用の規格。4 は PDF/X-4、1a は PDF/X-1a:2003（書かなければ印刷の条件どおり）",
    )
    parser.add_argument(
        "--printer",
        metavar="名前",
        help="印刷の条件。原稿フォルダーの printers/名前.yaml か、standard・x1a・uncoated",
    )
    parser.add_argument(
        "--ink",
        choices=("color", "gray"),
        default="color",
        help="color は4色、gray は墨1色",
    )
    parser.add_argument(
        "--spot",
        type=spot_name,
        metavar="色の名前",
        help="特色1色で刷ります（例: DIC-641s）",
    )


def add_preflight(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    preflight = verbs.add_parser(
        "preflight",
        help="出来た PDF を調べます",
        description="公開する PDF、印刷所に入稿する PDF を、その前に調べます。"
        "ほかで作った PDF にも使えます。",
    )
    preflight.add_argument("file", type=Path, metavar="ファイル", help="調べる PDF")
    preflight.add_argument(
        "--for",
        dest="purpose",
        choices=("screen", "print"),
        # Neither: the file tells.
        default="",
        help="screen は公開する PDF（読み上げ・保存・検索）、print は印刷所に入稿する PDF として"
        "調べます（書かなければ、PDF/X か、印刷の条件を書いたときは print）",
    )
    preflight.add_argument("--printer", metavar="名前", help="印刷の条件（書かなければ standard）")
    preflight.add_argument(
        "--content",
        dest="printers_of",
        type=Path,
        metavar="原稿フォルダー",
        help="印刷の条件（printers/）のある原稿フォルダー（書かなければ content）",
    )
    preflight.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text は読むための形、json はほかのプログラムに渡す形",
    )


def add_impose(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    impose = verbs.add_parser(
        "impose",
        help="庁内で印刷して折る面付けを作ります",
        description="中綴じの冊子になるように、2ページずつ並べた面付けと、折り方の絵を作ります。",
    )
    add_content(impose)
    impose.add_argument(
        "-o",
        "--output",
        type=pdf_path,
        metavar="ファイル",
        help="作る PDF の名前（書かなければ output/<id>-imposed.pdf）",
    )
    impose.add_argument(
        "--paper",
        type=str.lower,
        choices=("a3", "a3nobi", "sra3"),
        default="a3",
        help="紙の大きさ。a3nobi と sra3 は、等倍のままトンボも入ります",
    )
    impose.add_argument(
        "--cut",
        action="store_true",
        help="3辺を断ち落とすための印と塗り足しを付けます（a3 では少し縮みます）",
    )
    impose.add_argument(
        "--duplex",
        choices=("short", "long"),
        default="short",
        help="両面印刷で、short は短辺とじ、long は長辺とじ",
    )
    impose.add_argument(
        "--thickness",
        type=paper_thickness,
        default=mm("0.1"),
        metavar="mm",
        help="紙の厚さ（mm）。内側の紙のずれを直します（書かなければ 0.1）",
    )


def add_handoff(verbs: argparse._SubParsersAction[JapaneseParser]) -> None:
    handoff = verbs.add_parser(
        "handoff",
        help="印刷所に渡す一式を作ります",
        description="入稿する PDF、粗い見本、入稿仕様書、照合番号を、ZIP かフォルダーにします。",
    )
    add_content(handoff)
    handoff.add_argument(
        "-o",
        "--output",
        type=bundle_path,
        metavar="名前",
        help=".zip で終われば ZIP、ほかはフォルダー（書かなければ output/<id>-handoff.zip）",
    )
    _add_print_order(handoff)
