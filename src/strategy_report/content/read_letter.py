"""letter.yaml: what the covering letters of a distribution say."""

from __future__ import annotations

from strategy_report.content.kinds import Listed, Text, Word
from strategy_report.content.record import Entries, Field, Record
from strategy_report.model.letter import LETTER_FIELDS, Letter

_TEXT = Text(*LETTER_FIELDS)


def _letter(entries: Entries) -> Letter:
    given = entries.given(*(field.key for field in _FIELDS))
    return Letter(**given, source=entries.place("body"))


_FIELDS = (
    Field("document_number", Text(), "文書番号（企第123号 など）"),
    Field("date", Text(), "日付（令和6年10月15日 など）", needed=True),
    Field("sender", Listed(Text()), "差出人。職名、氏名などを1行に1つ", needed=True),
    Field("honorific", Word(), "あて名に添える敬称。書かなければ 様"),
    Field("subject", _TEXT, "件名", needed=True),
    Field("salutation", Text(), "頭語（拝啓 など）"),
    Field(
        "body",
        Listed(_TEXT),
        "本文。段落を1つずつ。{title} は冊子の題名、{number} は配布番号、{name} と {office} は"
        "受け取る人の氏名と所属になる",
        needed=True,
    ),
    Field("closing", Text(), "結語（敬具 など）"),
    Field("enclosed", Listed(_TEXT), "「記」の下に並べるもの"),
    Field("contact", Listed(Text()), "終わりの右下に置く連絡先。担当、電話などを1行に1つ"),
)

LETTER = Record("送付状", _FIELDS, _letter)
