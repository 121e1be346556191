"""edition.yaml: title, date, status, pages, display choices."""

from __future__ import annotations

from strategy_report.content.kinds import Choice, Distinct, Identifier, Listed, Text, When, Word
from strategy_report.content.read_indicator import RATES
from strategy_report.content.read_wording import PHRASES
from strategy_report.content.record import Entries, Field, Record
from strategy_report.display.page import Binding
from strategy_report.model.edition import (
    BlankPages,
    ChangeRecord,
    Edition,
    EditionMark,
    EditionStatus,
    PageKind,
    RecordKind,
)
from strategy_report.model.indicator import Level
from strategy_report.model.rate import Rounding

DEFAULT_PAGES = (
    PageKind.COVER,
    PageKind.OVERVIEW,
    PageKind.GOAL_INDEX,
    PageKind.SDGS,
    PageKind.GOALS,
)


def _edition(entries: Entries) -> Edition:
    given = entries.given(
        "id", "plan_name", "report_name", "date", "status", "issuer", "reporting_year", "theme",
        "worse_than_baseline_for", "rate", "rounding", "contact", "changes", "binding",
        "blank_pages", "fonts",
    )  # fmt: skip
    return Edition(
        **given,
        ordinal=entries.get("ordinal"),
        pages=entries.get("pages") or DEFAULT_PAGES,
        fonts_source=entries.place("fonts") if entries.get("fonts") else None,
        pages_source=entries.place("pages") if entries.get("pages") else None,
        hidden=frozenset(entries.get("hide", ())),
        edition_name=entries.get("edition", ""),
        allows_stand_ins=entries.get("stand_ins", False),
        **{field: entries[key] for key, field in _MARKS.items() if entries.get(key) is not None},
        watermark=entries.get("watermark", False),
        source=entries.place("date"),
        reporting_source=entries.place("reporting_year"),
        name_source=entries.place("edition") if entries.get("edition") else None,
    )


_MARKS = {"cover": "cover_marks", "foot": "foot_marks"}


def _change(entries: Entries) -> ChangeRecord:
    return ChangeRecord(
        source=entries.span,
        **entries.given("item", "kind", "reason", "approved_by", "decision"),
    )


CHANGE = Record(
    "変更の記録",
    (
        Field(
            "item",
            Word(),
            "変えたもの。指標や写真の id、goal-3/measure-2（基本目標3の施策2）、vision など",
            needed=True,
        ),
        Field(
            "kind",
            Choice({kind.value: kind for kind in RecordKind}),
            "訂正（誤りを直した）・改訂（新しい数値にした）・文言（言い回しを直した）のどれか",
            needed=True,
        ),
        Field("reason", Text(), "理由。正誤表に載る", needed=True),
        Field("approved_by", Word(), "承認した人。公開しない"),
        Field("decision", Word(), "基準値や目標値を変えた決定（会議の名前と日付）"),
    ),
    _change,
)

_LEVELS = {level.value: level.value for level in Level}

EDITION = Record(
    "版の情報",
    (
        Field("id", Identifier(), "できるファイルの名前になる", needed=True),
        Field("ordinal", Text(), "「第2次」など"),
        Field("plan_name", Text(), "計画の名称", needed=True),
        Field("report_name", Text(), "「取組状況」など", needed=True),
        Field("date", When(), "発行の年月（令和6年10月）", needed=True),
        Field(
            "status",
            Choice({status.value: status for status in EditionStatus}),
            "案・取扱注意・確定・訂正版のどれか",
            needed=True,
        ),
        Field("edition", Word(), "版の名前。「初版」「訂正版 第1号」など"),
        Field("issuer", Text(), "発行者", needed=True),
        Field("contact", Text(), "問合せ先。正誤表と奥付に出る"),
        Field("reporting_year", When(), "実施状況を報告する年度（R5）", needed=True),
        Field("fonts", Listed(Word()), "字形のない字に使う書体。fonts/ にあるもの"),
        Field("theme", Choice({"kanazawa": "kanazawa", "plain": "plain"}), "見た目の名前"),
        Field(
            "pages",
            Distinct(
                Choice({kind.value: kind for kind in PageKind}), may_recur=(PageKind.BLANK.value,)
            ),
            "ページの種類を、出す順に。白ページ は、何もないページ。何度でも書ける",
        ),
        Field(
            "hide",
            Listed(Choice({field.key: field.key for field in PHRASES.fields})),
            "この版で出さない言葉（wording.yaml の名前）",
        ),
        Field(
            "worse_than_baseline_for",
            Listed(Choice(_LEVELS)),
            "「基準値を下回る」を書き添える指標の種類",
        ),
        Field("rate", Choice(RATES), "指標に添える率（なし・達成率・進捗率）。書かなければ なし"),
        Field(
            "rounding",
            Choice({rounding.value: rounding for rounding in Rounding}),
            "率の端数。四捨五入か切捨て。書かなければ 四捨五入",
        ),
        Field(
            "binding",
            Choice({binding.value: binding for binding in Binding}),
            "左綴じ か 右綴じ。書かなければ 左綴じ",
        ),
        Field(
            "blank_pages",
            Choice({where.value: where for where in BlankPages}),
            "印刷でページが足りないとき、白ページを足すところ。巻末 か なし（書かなければ なし）",
        ),
        Field(
            "cover",
            Listed(Choice({mark.value: mark for mark in (EditionMark.NAME, EditionMark.STATUS)})),
            "表紙に出すもの。書かなければ 扱い だけ（扱いは、確定のときは出ない）",
        ),
        Field(
            "foot",
            Listed(Choice({mark.value: mark for mark in EditionMark})),
            "各ページの下に出すもの。書かなければ 扱い だけ",
        ),
        Field(
            "watermark",
            Choice({"敷く": True, "敷かない": False}),
            "案・取扱注意の字を、全ページに薄く敷くか。書かなければ 敷かない",
        ),
        Field("changes", Listed(CHANGE), "前の版から変えたところの記録"),
        Field(
            "stand_ins",
            Choice({"許す": True, "許さない": False}),
            "写真が準備中の絵のままで発行（release）してよいか。書かなければ 許さない",
        ),
    ),
    _edition,
)
