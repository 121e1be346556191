"""Mistakes that officers make, and some that nobody should: one edit each to the small town."""

from __future__ import annotations

from strategy_report.core.value import Value


class Slip(Value, kw_only=False):
    """*old* in *file* was typed as *new*.

    Attributes:
        name: of its golden file.
    """

    name: str
    file: str
    old: str
    new: str


_G1, _G2, _EDITION, _PLAN, _WORDING = (
    "goals/1.yaml",
    "goals/2.yaml",
    "edition.yaml",
    "plan.yaml",
    "wording.yaml",
)

# What the keyboard does: marks, spaces, indents, quotation marks.
TYPING = (
    Slip("全角コロン", _G1, "number: 1\ntitle", "number：1\ntitle"),
    Slip("全角コロンと全角空白", _EDITION, "status: 案", "status：　案"),
    Slip("全角コロンで改行", _G1, "indicators:\n", "indicators：\n"),
    Slip("コロンのあとが全角空白", _EDITION, "issuer: 見本町", "issuer:　見本町"),
    Slip("コロンのあとに空白がない", _G1, "unit: 人", "unit:人"),
    Slip("コロンのあとに空白がない数", _G1, "H30: 1205", "H30:1205"),
    Slip("コロンの前に空白", _EDITION, "issuer: 見本町", "issuer : 見本町"),
    Slip("コロンがない", _EDITION, "issuer: 見本町", "issuer 見本町"),
    Slip("コロンがない値", _G1, "      R4: 1220\n", "      R4 1220\n"),
    Slip("セミコロン", _EDITION, "issuer: 見本町", "issuer; 見本町"),
    Slip("全角の字下げ", _G1, "    unit: 人", "　　unit: 人"),
    Slip("タブの字下げ", _G1, "    unit: 人", "\tunit: 人"),
    Slip("コロンのあとがタブ", _G1, "unit: 人", "unit:\t人"),
    Slip("値の終わりにタブ", _G1, "unit: 人", "unit: 人\t"),
    Slip("値の途中にタブ", _EDITION, "issuer: 見本町", "issuer: 見本\t町"),
    Slip("字下げが1つ足りない", _G1, "    unit: 人", "   unit: 人"),
    Slip("字下げが1つ多い", _G1, "    unit: 人", "     unit: 人"),
    Slip("値の字下げがない", _G1, "      H30: 1205", "    H30: 1205"),
    Slip("年の値の字下げが浅い", _G1, "      R5: 1243", "     R5: 1243"),
    Slip("年の値の字下げが深い", _G1, "      R5: 1243", "        R5: 1243"),
    Slip("一覧の字下げが浅い", _G1, "      - アプリを", "    - アプリを"),
    Slip("一覧の字下げが深い", _G1, "      - アプリを", "        - アプリを"),
    Slip("一覧の印のあとに空白がない", _G1, "- 親子の交流", "-親子の交流"),
    Slip("一覧の印が全角", _G1, "- 親子の交流", "－ 親子の交流"),
    Slip("一覧の印が中黒", _G1, "- 親子の交流", "・親子の交流"),
    Slip("一覧の印がダッシュ", _G1, "- 親子の交流", "– 親子の交流"),
    Slip("一覧の印のあとが全角空白", _G1, "- 親子の交流", "-　親子の交流"),
    Slip("一覧の印が抜けた", _G1, "      - 親子の交流", "      親子の交流"),
    Slip("一覧の印がない指標", _G1, "  - id: app_downloads", "    id: app_downloads"),
    Slip("一覧を1行に書いた", _G2, "    bullets:\n      - 移住に", "    bullets: 移住に"),
    Slip("二重引用符を閉じ忘れ", _G1, "name: 年間の出生数", 'name: "年間の出生数'),
    Slip("一重引用符を閉じ忘れ", _EDITION, "issuer: 見本町", "issuer: '見本町"),
    Slip("全角の引用符", _EDITION, "issuer: 見本町", "issuer: ”見本町”"),
    Slip("かっこを閉じ忘れ", _G2, "[未整備, 工事中, 整備]", "[未整備, 工事中, 整備"),
    Slip("かっこを余分に閉じた", _G2, "[未整備, 工事中, 整備]", "[未整備, 工事中, 整備]]"),
    Slip("かっこの中が全角の読点", _G2, "[未整備, 工事中, 整備]", "[未整備、工事中、整備]"),
    Slip("かっこが全角", _G2, "[未整備, 工事中, 整備]", "［未整備, 工事中, 整備］"),
    Slip("値の中にコロン", _EDITION, "issuer: 見本町", "issuer: 見本町: 企画課"),
    Slip("注釈になった言葉", _EDITION, "issuer: 見本町", "issuer: 見本町 #企画課"),
    Slip("改行が余分に入った", _G1, "広場を整備", "広場を\n整備"),
    Slip("メモ書きを裸で置いた", _G1, "measures:", "ここから施策\nmeasures:"),
    Slip("区切り線を入れた", _G1, "measures:", "---\nmeasures:"),
    Slip("等号で書いた", _EDITION, "issuer: 見本町", "issuer = 見本町"),
    Slip("矢印を打った", _G1, "name: 年間の出生数", "name: > 年間の出生数"),
    Slip("文の中で改行", _G1, "- アプリを改修し、", "- |\n        アプリを改修し、\n        "),
    Slip("字下げした文", _G1, "- アプリを改修し、", "- |\n        　アプリを改修し、"),
    Slip("値を2つに分けた", _G1, "      R5: 1243", "      R5: 1243 R6: 1300"),
)

# A value that begins with a mark of YAML's own.
FIRST_MARKS = (
    Slip("波かっこ", _G1, "name: 年間の出生数", "name: {仮}年間の出生数"),
    Slip("波かっこだけ", _G1, "name: 年間の出生数", "name: {年間の出生数}"),
    Slip("角かっこ", _G1, "name: 年間の出生数", "name: [再掲]年間の出生数"),
    Slip("角かっこだけ", _G1, "name: 年間の出生数", "name: [年間の出生数]"),
    Slip("二重引用符", _G1, "- 親子の交流や", '- "親子"の交流や'),
    Slip("一重引用符", _G1, "- 親子の交流や", "- '親子'の交流や"),
    Slip("アスタリスク", _G1, "name: 年間の出生数", "name: *年間の出生数"),
    Slip("太字", _G1, "- 親子の交流や", "- **親子**の交流や"),
    Slip("アンド", _G1, "name: 年間の出生数", "name: &年間の出生数"),
    Slip("感嘆符", _G1, "name: 年間の出生数", "name: !年間の出生数"),
    Slip("パーセント", _G1, "name: 年間の出生数", "name: %表示の出生数"),
    Slip("アットマーク", _G1, "name: 年間の出生数", "name: @見本町の出生数"),
    Slip("バッククォート", _G1, "name: 年間の出生数", "name: `年間の出生数"),
    Slip("縦線", _G1, "name: 年間の出生数", "name: |年間の出生数"),
    Slip("シャープ", _G1, "name: 年間の出生数", "name: #年間の出生数"),
    Slip("ハイフン", _G1, "name: 年間の出生数", "name: - 年間の出生数"),
    Slip("疑問符", _G1, "name: 年間の出生数", "name: ? 年間の出生数"),
    Slip("読点", _G1, "name: 年間の出生数", "name: , 年間の出生数"),
)

# Figures, years and units.
FIGURES = (
    Slip("カンマ入りの数", _G1, "R5: 1243", "R5: 1,243"),
    Slip("全角の数字", _G1, "R5: 1243", "R5: １２４３"),
    Slip("全角のカンマ入りの数", _G1, "R5: 1243", "R5: 1，243"),
    Slip("単位付きの数", _G1, "R5: 1243", "R5: 1243人"),
    Slip("カンマと単位付きの数", _G1, "R5: 1243", "R5: 1,243人"),
    Slip("別の単位の数", _G1, "R5: 1243", "R5: 1243件"),
    Slip("千を付けた数", _G1, "R5: 1243", "R5: 12百人"),
    Slip("パーセント付きの数", _G1, "R5: 1243", "R5: 12.4%"),
    Slip("小数点が2つ", _G1, "R5: 1243", "R5: 1.24.3"),
    Slip("小数点が全角", _G1, "R5: 1243", "R5: 12．43"),
    Slip("小数点が読点", _G1, "R5: 1243", "R5: 12、43"),
    Slip("数字に英字のオー", _G1, "R5: 1243", "R5: 124O"),
    Slip("数字に英字のエル", _G1, "R5: 1243", "R5: l243"),
    Slip("数字の間に空白", _G1, "R5: 1243", "R5: 1 243"),
    Slip("先頭のゼロ", _G1, "R5: 1243", "R5: 01243"),
    Slip("括弧付きの数", _G1, "R5: 1243", "R5: 1243（速報値）"),
    Slip("ハイフンだけ", _G1, "R5: 1243", "R5: -"),
    Slip("値の書き忘れ", _G1, "R5: 1243", "R5:"),
    Slip("知らない言葉", _G1, "R5: 1243", "R5: 調査せず"),
    Slip("指数の数", _G1, "R5: 1243", "R5: 1.2e3"),
    Slip("時刻のような値", _G1, "R5: 1243", "R5: 12:43"),
    Slip("日付のような値", _G1, "R5: 1243", "R5: 2024-10-01"),
    Slip("長すぎる数", _G1, "R5: 1243", "R5: " + "1234567890" * 4),
    Slip("実績の年を書かない", _G1, "actuals:\n      R5: 1618", "actuals: 1618"),
    Slip("実績をカンマで書いた", _G1, "actuals:\n      R5: 1618", "実績: 1,618"),
    Slip("年が読めない", _G1, "R5: 1243", "R五: 1243"),
    Slip("年が全角", _G1, "R5: 1243", "Ｒ５: 1243"),
    Slip("年が和暦", _G1, "R5: 1243", "令和5年度: 1243"),
    Slip("年が2桁", _G1, "R5: 1243", "23: 1243"),
    Slip("元号の綴り", _G1, "R5: 1243", "L5: 1243"),
    Slip("来なかった年", _G1, "R5: 1243", "H35: 1243"),
    Slip("年が発行より後", _G1, "R5: 1243", "R7: 1243"),
    Slip("同じ年を2度", _G1, "R5: 1243", "R5: 1243\n      R5: 1244"),
    Slip("同じ年を別の書き方で2度", _G1, "R5: 1243", "R5: 1243\n      2023: 1244"),
    Slip("基準値を2つ", _G1, "H30: 1205", "H29: 1201\n      H30: 1205"),
    Slip("逆さの期間", _PLAN, "period: R2-R6", "period: R6-R2"),
    Slip("月が13", _EDITION, "令和6年10月", "令和6年13月"),
    Slip("減る累計", _G1, "R5: 1618", "R5: 161"),
    Slip("桁の違う小数", _G1, "R5: 1243", "R5: 1243.5"),
    Slip("合わない足し算", _PLAN, "difference: 3千人", "difference: 4千人"),
    Slip("人数が読めない", _PLAN, "estimate: 1万2千人", "estimate: 12,000人"),
)

# Names of items, choices, ids, references, files.
NAMES = (
    Slip("項目の綴り", _G1, "unit: 人", "unti: 人"),
    Slip("項目が複数形でない", _G1, "    targets:\n      R6: 1300", "    target:\n      R6: 1300"),
    Slip("項目が大文字", _G1, "unit: 人", "Unit: 人"),
    Slip("項目が全角英字", _G1, "unit: 人", "ｕｎｉｔ: 人"),
    Slip("項目が日本語", _G1, "unit: 人", "単位: 人"),
    Slip("知らない項目", _G1, "unit: 人", "color: 赤"),
    Slip("要る項目がない", _G1, "    name: 年間の出生数\n", ""),
    Slip("要る項目が空", _G1, "name: 年間の出生数", "name:"),
    Slip("同じ項目を2度", _G1, "unit: 人", "unit: 人\n    unit: 件"),
    Slip("選択の綴り", _G1, "level: 数値目標", "level: 数値目票"),
    Slip("選択が違う", _EDITION, "status: 案", "status: 完成"),
    Slip("idが大文字", _G1, "id: births", "id: Births"),
    Slip("idが日本語", _G1, "id: births", "id: 出生数"),
    Slip("idが2度", _G1, "id: app_downloads", "id: births"),
    Slip("ない指標への参照", _G1, "${app_downloads.R5}", "${app_download.R5}"),
    Slip("ない年への参照", _G1, "${app_downloads.R5}", "${app_downloads.R9}"),
    Slip("年のない参照", _G1, "${app_downloads.R5}", "${app_downloads}"),
    Slip("閉じない参照", _G1, "${app_downloads.R5}", "${app_downloads.R5"),
    Slip("ドルのない参照", _G1, "${app_downloads.R5}", "{app_downloads.R5}"),
    Slip("全角の参照", _G1, "${app_downloads.R5}", "＄｛app_downloads.R5｝"),
    Slip("閉じない太字", _G1, "アプリを改修", "**アプリを改修"),
    Slip("知らない差し込み", _WORDING, "{total}件", "{totla}件"),
    Slip("番号が全角", _G1, "number: 1\ntitle", "number: １\ntitle"),
    Slip("番号が丸数字", _G1, "number: 1\ntitle", "number: ①\ntitle"),
    Slip("番号が0", _G1, "number: 1\ntitle", "number: 0\ntitle"),
    Slip("基本目標の番号が重なる", _G2, "number: 2\ntitle", "number: 1\ntitle"),
    Slip("施策の番号が重なる", _G2, "measures:\n", "measures:\n  - number: 1\n    title: 再掲\n"),
    Slip("ない施策の写真", _G1, "measure: 1", "measure: 7"),
    Slip("ない写真", _G1, "    measure: 1", "    file: hiroba.jpg"),
    Slip("外を指す写真", _G1, "    measure: 1", "    file: ../hiroba.jpg"),
    Slip("ウィンドウズの道", _G1, "    measure: 1", r"    file: C:\写真\hiroba.jpg"),
    Slip("扱えない種類の写真", _G1, "    measure: 1", "    file: hiroba.heic"),
    Slip("位置が読めない", _G1, "    measure: 1", "    focus: 中央"),
    Slip("組が読めない", _PLAN, "- 1-1", "- 1→1"),
    Slip("ない方向性", _PLAN, "- 1-1", "- 1-9"),
    Slip("段階にない状態", _G2, "R5: 工事中", "R5: 工事"),
    Slip("形の似た字", _G1, "アプリを改修", "アプリケ一ションを改修"),
    Slip("ページの種類の綴り", _EDITION, "- 基本目標一覧", "- 基本目標一らん"),
    Slip("ページを2度", _EDITION, "- 基本目標一覧", "- 基本目標一覧\n  - 表紙"),
    Slip(
        "一覧の所に値",
        _EDITION,
        "pages:\n  - 表紙\n  - 基本目標一覧\n  - 基本目標\n",
        "pages: 表紙\n",
    ),
    Slip("値の所に一覧", _EDITION, "issuer: 見本町", "issuer:\n  - 見本町"),
    Slip("値の所に入れ子", _EDITION, "issuer: 見本町", "issuer:\n  name: 見本町"),
    Slip("一覧の中が空", _G1, "      - 親子の", "      -\n      - 親子の"),
)

# What no officer types, but a file may hold.
HOSTILE = (
    Slip("NUL", _EDITION, "見本町\n", "見本\0町\n"),
    Slip("エスケープ文字", _EDITION, "issuer: 見本町", "issuer: 見本\x1b[31m町"),
    Slip("C1制御文字", _EDITION, "issuer: 見本町", "issuer: 見本\x85町"),
    Slip("書いたNUL", _EDITION, "issuer: 見本町", r'issuer: "見本\0町"'),
    Slip("書いたエスケープ文字", _EDITION, "issuer: 見本町", r'issuer: "見本\x1b[31m町"'),
    Slip("書いたタブ", _EDITION, "issuer: 見本町", r'issuer: "見本\t町"'),
    Slip("書いた改行", _EDITION, "issuer: 見本町", r'issuer: "見本\n町"'),
    Slip("書いたサロゲート", _EDITION, "issuer: 見本町", r'issuer: "見本\ud800町"'),
    Slip("知らない書き方", _EDITION, "issuer: 見本町", r'issuer: "見本\q町"'),
    Slip("文字の向き", _EDITION, "issuer: 見本町", "issuer: 見本\u202e町"),
    Slip("書いた文字の向き", _EDITION, "issuer: 見本町", r'issuer: "見本\u202e町"'),
    Slip("非文字", _EDITION, "issuer: 見本町", "issuer: 見本\ufffe町"),
    Slip("書いた非文字", _EDITION, "issuer: 見本町", r'issuer: "見本\uffff町"'),
    Slip("途中のBOM", _EDITION, "issuer: 見本町", "issuer: 見本\ufeff町"),
    Slip("ゼロ幅の空白", _EDITION, "issuer: 見本町", "issuer: 見本\u200b町"),
    Slip("行区切り", _EDITION, "issuer: 見本町", "issuer: 見本\u2028町"),
    Slip("外字", _EDITION, "issuer: 見本町", "issuer: 見本\ue000町"),
    Slip("改行しない空白", _EDITION, "issuer: 見本町", "issuer:\u00a0見本町"),
    Slip("目印", _G1, "number: 1\ntitle", "number: &n 1\ntitle"),
    Slip("目印の参照", _G1, "unit: 件", "unit: *n"),
    Slip("型", _G1, "number: 1\ntitle", "number: !!int 1\ntitle"),
    Slip("Pythonの型", _EDITION, "issuer: 見本町", "issuer: !!python/name:os.system x"),
    Slip("混ぜ込み", _G1, "unit: 件", "<<: {unit: 件}"),
    Slip("項目名が一覧", _G1, "unit: 人", "? [unit]\n    : 人"),
    Slip("深い入れ子", _G1, "unit: 人", "unit: " + "[" * 60 + "]" * 60),
    Slip("深い入れ子の閉じ忘れ", _G1, "unit: 人", "unit: " + "[" * 60),
    Slip("2つめの文書", _EDITION, "hide: []\n", "hide: []\n---\nid: other\n"),
    Slip("YAMLの版", _EDITION, "id: town-r6", "%YAML 1.1\n---\nid: town-r6"),
    Slip("長い行", _EDITION, "issuer: 見本町", "issuer: {" + "町" * 200 + "}"),
)

# The look of a town's own.
_THEME = "theme.yaml"
LOOKS = (
    Slip("色に井桁", _THEME, "rgb: 174a5b", "rgb: #174a5b"),
    Slip("色の名前", _THEME, "rgb: 174a5b", "rgb: 青"),
    Slip("印刷の色がない", _THEME, "{rgb: 174a5b, cmyk: [90, 50, 35, 40]}", "{rgb: 174a5b}"),
    Slip("印刷の色が3つ", _THEME, "[90, 50, 35, 40]", "[90, 50, 35]"),
    Slip("インキが多すぎる", _THEME, "[90, 50, 35, 40]", "[90, 80, 80, 60]"),
    Slip("色が合わない", _THEME, "[20, 90, 90, 25]", "[90, 20, 25, 25]"),
    Slip("うすすぎる色", _THEME, "rgb: 9a3324", "rgb: e8a090"),
    Slip("うすい色が濃い", _THEME, "rgb: e6f0f8", "rgb: 6090c0"),
    Slip("絵のない絵", _THEME, "motif: なし", "motif: 絵"),
    Slip("知らない飾り", _THEME, "motif: なし", "motif: 雪つり"),
    Slip("絵のファイルがない", _THEME, "motif: なし", "motif: 絵\npicture: umi.jpg"),
    Slip("小さすぎる文字", _THEME, "body: 10.5", "body: 6"),
    Slip("知らない文字", _THEME, "body: 10.5", "honbun: 10.5"),
    Slip("余白が広い", _THEME, "gutter: 15", "gutter: 30"),
)

GROUPS = {
    "見た目": LOOKS,
    "打ち間違い": TYPING,
    "値の始まりの記号": FIRST_MARKS,
    "数と年": FIGURES,
    "名前": NAMES,
    "印字できないもの": HOSTILE,
}
