"""wording.yaml: the words that the design adds, and words never broken."""

from __future__ import annotations

from types import MappingProxyType

from strategy_report.content.kinds import Choice, Listed, Text, Word
from strategy_report.content.read_spoken import LANGUAGE, ByWord
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping, Node
from strategy_report.model.house_style import HOUSE_STYLE, Digits, HouseStyle
from strategy_report.model.plan import Wording
from strategy_report.model.spoken import SpokenWords

# name, help, and the fields that its {braces} may name.
_PHRASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("badge", "目標値に到達した指標の印", ()),
    ("badge_means", "凡例での、その印の意味", ()),
    ("legend_baseline", "凡例の基準値。これを隠すと凡例ごと消える", ()),
    ("legend_actual", "凡例の実績値", ()),
    ("legend_target", "凡例の目標値", ()),
    ("row_baseline", "基準値の行の見出し", ()),
    ("row_actual", "実績値の行の見出し", ()),
    ("row_target", "目標値の行の見出し", ()),
    ("direction_down", "減るほどよい指標に添える言葉", ()),
    ("direction_maintain", "維持を目標とする指標に添える言葉", ()),
    ("below_baseline", "基準値より悪く、下回っているとき", ()),
    ("above_baseline", "基準値より悪く、上回っているとき", ()),
    ("preliminary", "速報値の印", ()),
    ("estimate", "推計値の印", ()),
    ("revised", "改訂値の印", ()),
    ("forecast", "見込値の印", ()),
    ("single_year", "合計ではなく1年だけの値の印", ()),
    ("mean", "数年の平均である基準値の印", ()),
    ("total", "数年の合計である基準値の印", ()),
    ("target_revised", "目標値を改めたことの注", ("before", "after", "decided")),
    ("target_revised_undated", "その注（決めた年が書いてないとき）", ("before", "after")),
    ("targets_on_the_way", "途中の年の目標値の注", ("values",)),
    ("guide_values", "年ごとの目安値の注", ("values",)),
    ("data_source", "指標の出典の注", ("source",)),
    ("forecast_value", "見込値の注", ("values",)),
    ("path", "年ごとの実績の見出し（読み上げ用）", ()),
    ("rate", "指標に添える率", ("rate", "percent")),
    ("rate_ratio", "達成率の求め方の注", ()),
    ("rate_progress", "進捗率の求め方の注", ()),
    ("rate_elapsed", "期間進捗率の求め方の注", ()),
    ("no_figure", "値も理由もないとき", ()),
    ("stand_in", "写真がないときの絵に書く言葉", ()),
    ("unit_note", "長い単位の書き方", ("unit",)),
    ("total_lead", "全体の集計の見出し", ()),
    ("tally_lead", "目標ごとの集計の見出し", ()),
    ("tally_before", "集計の前の言葉", ("total",)),
    ("tally_count", "集計の数", ("met",)),
    ("tally_after", "集計のあとの言葉", ()),
    ("definition_1", "集計の意味（1行目）", ("actual", "target")),
    ("definition_2", "集計の意味（2行目）", ("actual", "target")),
    ("guide", "指標の見方の見出し。これを隠すと見方ごと消える", ()),
    ("guide_baseline", "見方の、基準", ()),
    ("guide_baseline_means", "その意味", ()),
    ("guide_actual", "見方の、実績", ()),
    ("guide_actual_means", "その意味", ()),
    ("guide_target", "見方の、目標", ()),
    ("guide_target_means", "その意味", ()),
    ("guide_line", "見方の、縦の線", ()),
    ("guide_line_means", "その意味", ()),
    ("guide_badge_means", "見方の、印の意味", ()),
    ("guide_note_1", "見方の注（1つ目）", ()),
    ("guide_note_2", "見方の注（2つ目）", ()),
    ("guide_sample_name", "見本の指標の名称", ()),
    ("guide_sample_unit", "見本の単位", ()),
    ("guide_sample_baseline", "見本の基準値（「H30 60」のように年と数）", ()),
    ("guide_sample_actual", "見本の実績値", ()),
    ("guide_sample_target", "見本の目標値", ()),
    ("plan_span", "年の並びに書く推進期間", ("label", "years")),
    ("goal_word", "「基本目標」", ()),
    ("thumb", "つめの言葉", ()),
    ("page_word", "「5ページ」の「ページ」", ()),
    ("continued", "続きのページの見出しに添える言葉", ()),
    ("column_name", "一覧表の、指標の列", ()),
    ("column_state", "一覧表の、状況の列", ()),
    ("colophon", "奥付の見出し", ()),
    ("colophon_edition", "奥付の、版", ()),
    ("colophon_date", "奥付の、発行の年月", ()),
    ("colophon_status", "奥付の、扱い", ()),
    ("colophon_issuer", "奥付の、発行者", ()),
    ("colophon_contact", "奥付の、問合せ先", ()),
    ("colophon_code", "奥付の、識別番号", ()),
)
# Without these, labels on every page would be empty.
_NEEDED = frozenset(("row_baseline", "row_actual", "row_target", "goal_word", "no_figure"))


def _wording(entries: Entries) -> Wording:
    return Wording(
        phrases=entries.get("phrases", MappingProxyType({})),
        dictionary=entries.get("dictionary", ()),
        jis90=entries.get("jis90", ()),
        style=entries.get("style", HOUSE_STYLE),
        spoken=SpokenWords(**entries.given("abbreviations", "languages")),
    )


def style_in(root: Node | None) -> HouseStyle:
    """The style that a wording.yaml asks for; the usual one where it cannot be read.

    What is wrong with it is said when the file is read as a whole.
    """
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text == "style":
            return STYLE.read(value, Report()) or HOUSE_STYLE
    return HOUSE_STYLE


PHRASES = Record(
    "加えた言葉",
    tuple(Field(name, Text(*fields), help_, name in _NEEDED) for name, help_, fields in _PHRASES),
    lambda entries: MappingProxyType(
        {key: prose for key, prose in entries.values.items() if prose is not None}
    ),
)

STYLE = Record(
    "書き方",
    (
        Field(
            "digits",
            Choice({"半角": Digits.HALF, "一桁全角": Digits.SINGLE, "全角": Digits.FULL}),
            "文の中の数字。指標の値はいつも半角。書かなければ 半角",
        ),
        Field(
            "brackets",
            Choice({"全角": "（）", "半角": "()"}),
            "丸かっこ。書かなければ 全角",
        ),
        Field("percent", Choice({"全角": "％", "半角": "%"}), "「％」。書かなければ 全角"),
        Field(
            "wave",
            Choice({"全角チルダ": "～", "波ダッシュ": "〜"}),
            "「R2～6」の波線の文字コード。全角チルダ（U+FF5E）か 波ダッシュ（U+301C）。"
            "書かなければ 全角チルダ",
        ),
        Field(
            "points",
            Choice({word: word for word in ("、。", "，．", "，。")}),
            "読点と句点。書かなければ、打ったとおり（混じっていれば注意が出る）",
        ),
        Field(
            "keep",
            Listed(Word()),
            "書き方をそろえるとき、そのまま残す名前（「モーニング娘。」など）",
        ),
    ),
    lambda entries: HouseStyle(
        **entries.given("digits", "brackets", "percent", "wave", "points"),
        kept=entries.get("keep", ()),
    ),
)

WORDING = Record(
    "言葉",
    (
        Field("phrases", PHRASES, "図や見出しに添える言葉", needed=True),
        Field("style", STYLE, "書き方の決まり。紙面はこれにそろえ、変えた所はお知らせに出る"),
        Field("dictionary", Listed(Word()), "行の途中で切らない言葉"),
        Field("jis90", Listed(Word()), "2004年より前の JIS の字形で印字する名前（葛󠄀城市など）"),
        Field(
            "abbreviations",
            ByWord(Word(), "KPI: 重要業績評価指標"),
            "略語が何の略か。印字されず、読み上げに使われる",
        ),
        Field(
            "languages",
            ByWord(LANGUAGE, "IMAGINE: 英語"),
            "外国語で読み上げる言葉と、その言語",
        ),
    ),
    _wording,
)
