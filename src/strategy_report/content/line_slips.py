"""One line of YAML as it was typed, and the slip that is in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from strategy_report.content.report import Report
from strategy_report.content.typed_line import quoted, shown_quoted, typed_line
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

# Whether a name may stand before a colon: 「SDGs：」 begins a text, 「title：」 an item.
IsKey = Callable[[str], bool]

# What begins a text of many lines.
BLOCK_TEXT = re.compile(r"(?:^|[:-] +)[|>](?:[1-9]?[-+]?|[-+][1-9])(?: +#.*)?$")
# A text may not begin with these.
_MARKS = "*&!%@`|>,]}"
_DASHES = "‐‑‒–—―−－•・"
# Spaces that look like YAML's own and are not.
_WIDE_SPACES = "\u3000\u00a0\u2002\u2003\u2009"


class State(Value):
    """What the line above leaves open; columns count from 0.

    Attributes:
        text_from: a text goes on below only where it is set deeper than this; -1: none is open.
        value_from: a value may begin below where it is set deeper than this; None: none is due.
    """

    text_from: int = -1
    value_from: int | None = None


NOTHING_OPEN = State()


def state_after(indent: int, dashes: int, key: str | None, value: str | None) -> State:
    if key is None:
        return State(text_from=indent + dashes - 2)
    return State(text_from=indent + dashes) if value else State(value_from=indent + dashes)


class WrittenLine:
    """One line and what is wrong with it; the first slip found is the one told.

    Attributes:
        meant: the line with that slip put right.
        of_width: the slip was one of width alone, and *meant* can be nothing else.
    """

    def __init__(self, line: str, number: int, file: str, report: Report) -> None:
        self.number = number
        self._file = file
        self._report = report
        self._typed = typed_line(line)
        self.meant = line
        self.of_width = False

    def look(self, state: State, is_key: IsKey) -> State:
        """Tells the first slip; what this line leaves open."""
        typed = self._typed
        if not typed.rest or typed.rest.startswith("#") or self._white_indent(is_key):
            return state
        column = len(typed.indent)
        if 0 <= state.text_from < column:
            self._list_in_text()
            return state
        # A list's item and a value that begins on its own line may be texts with a colon in them.
        due = state.value_from is not None and column > state.value_from
        may_be_text = bool(typed.dashes) or due
        _ = (
            self._line_mark()
            or self._dash()
            or self._colon(is_key if may_be_text else None)
            or self._japanese_key(is_key if may_be_text else None)
        )
        _ = self.meant == self._whole and (self._mark() or self._brackets() or self._quotes())
        if typed.key is None and not typed.dashes:
            return NOTHING_OPEN
        return state_after(column, len(typed.dashes), typed.key, typed.value)

    @property
    def _whole(self) -> str:
        return self._typed.indent + self._typed.dashes + self._typed.rest

    def _white_indent(self, is_key: IsKey) -> bool:
        indent = self._typed.indent
        for column, char in enumerate(indent):
            if char != " ":
                name = (
                    "タブ" if char == "\t" else "全角の空白" if char == "\u3000" else "特殊な空白"
                )
                self._say(
                    "YAML021" if char == "\t" else "YAML022",
                    column,
                    f"行の頭に{name}があります。字下げには使えません。",
                    "半角の空白を2つずつ使って、同じ段の行とそろえてください。",
                )
                self.meant = "".join(" " if c == " " else "  " for c in indent) + (
                    self._typed.dashes + self._typed.rest
                )
                begins = bool(self._typed.dashes) or is_key(self._typed.key or "")
                self.of_width = begins and set(indent) <= {" ", "\u3000"}
                return True
        return False

    def _list_in_text(self) -> None:
        if self._typed.dashes:
            self._say(
                "YAML029",
                len(self._typed.indent),
                "この行は、上の行の文の続きとして読まれます（「-」も文字になります）。",
                "一覧の次の項目なら、「-」を上の「-」と同じ桁にそろえてください。",
            )

    def _line_mark(self) -> bool:
        """A mark of YAML's own where a name must begin, such as > of a quoted mail."""
        rest = self._typed.rest
        if self._typed.dashes or rest[0] not in _MARKS or BLOCK_TEXT.search(rest):
            return False
        bare = rest.lstrip(_MARKS + " ")
        self._say(
            "YAML006",
            self._typed.start,
            f"行の頭に「{rest[0]}」があります。YAML ではこの文字に特別な意味があります。",
            f"消して「{bare}」と書くか、文字として使うなら行全体を ' ' で囲んでください。"
            if bare and not rest.startswith("%")
            else "この行を消してください。",
        )
        self.meant = "" if rest.startswith("%") else self._with(bare)
        return True

    def _dash(self) -> bool:
        rest, start = self._typed.rest, self._typed.start
        like = rest[0] in _DASHES or (rest[0] == "ー" and rest[1:2] in (" ", "\u3000"))
        if like and not self._typed.dashes:
            item = rest[1:].strip()
            self._say(
                "YAML023",
                start,
                f"一覧の印が半角の「-」ではなく「{rest[0]}」になっています。",
                f"「- {item}」と書いてください。",
            )
        elif (
            rest.startswith("-")
            and len(rest) > 1
            and rest[1] not in " -"
            and (not rest[1].isdigit())
        ):
            item = rest[1:].strip()
            self._say(
                "YAML023",
                start,
                "一覧の印「-」のあとに、半角の空白がありません。",
                f"「- {item}」と書いてください。",
            )
        else:
            return False
        self.meant = self._with(f"- {item}")
        return True

    def _colon(self, is_key: IsKey | None) -> bool:
        """*is_key* is asked where the line might be a text."""
        typed = self._typed
        if typed.key is None or (is_key is not None and not is_key(typed.key)):
            return False
        after = typed.rest[len(typed.key) + 1 :][:1]
        column = typed.start + len(typed.key)
        meant = f"{typed.key}: {typed.value}".rstrip()
        if typed.colon == "：":
            self._say(
                "YAML024",
                column,
                f"「{typed.key}」のあとが全角の「：」になっています。",
                f"半角の「:」と空白にして「{meant}」と書いてください。",
            )
        elif after and after in _WIDE_SPACES:
            self._say(
                "YAML025",
                column + 1,
                f"「{typed.key}:」のあとが全角などの特殊な空白になっています。",
                f"半角の空白にして「{meant}」と書いてください。",
            )
        elif after and after not in " \t/" and not typed.rest.startswith(("http", "mailto")):
            self._say(
                "YAML026",
                column,
                f"「{typed.key}:」のあとに空白がありません。",
                f"「{meant}」と書いてください。",
            )
        else:
            return False
        self.meant = self._with(meant)
        self.of_width = typed.colon == "：" or after in _WIDE_SPACES
        return True

    def _japanese_key(self, is_key: IsKey | None) -> bool:
        """「題名：概要」 where a key must stand; *is_key* is asked where it might be a text."""
        rest = self._typed.rest
        key, colon, value = rest.partition("：")
        if self._typed.dashes or not colon or ": " in rest or rest.endswith(":"):
            return False
        if is_key is not None and not is_key(key):
            return False
        meant = f"{key}: {value.strip()}".rstrip()
        self._say(
            "YAML024",
            self._typed.start + len(key),
            f"「{key}」のあとが全角の「：」になっています。",
            f"半角の「:」と空白にして「{meant}」と書いてください。",
        )
        self.meant = self._with(meant)
        return True

    def _mark(self) -> bool:
        value = self._typed.value
        if value[:1] not in _MARKS or not value or BLOCK_TEXT.search(self._whole):
            return False
        return self._wants_quotes(
            "YAML027",
            f"値が「{value[0]}」で始まっています。YAML ではこの文字に特別な意味があります。",
        )

    def _brackets(self) -> bool:
        value = self._typed.value
        if value[:1] not in "[{" or not value:
            return False
        rest = _behind_brackets(value)
        if not rest or rest[0] in "#,":
            return False
        if not rest.strip("]} "):
            shown = value[: len(value) - len(rest)].rstrip()
            self._say(
                "YAML004",
                self._typed.value_column + len(value) - len(rest),
                f"閉じるかっこ「{rest}」が余分です。",
                f"余分なかっこを消して「{shown}」と書いてください。",
            )
            self.meant = self._whole[: self._typed.value_column] + shown
            return True
        return self._wants_quotes(
            "YAML028", f"値が「{value[0]}」で始まり、閉じるかっこのあとにも文字が続いています。"
        )

    def _quotes(self) -> bool:
        value = self._typed.value
        if value[:1] in "”＂’" and value:
            self._report.warning(
                "YAML031",
                self._place(self._typed.value_column),
                f"値が全角の引用符「{value[0]}」で始まっています。このまま印字されます。",
                "値を囲む引用符なら半角の「'」に替え、印字する引用符なら「“」で始めてください。",
            )
            return True
        if value[:1] not in "\"'" or not value or not _ends_early(value):
            return False
        return self._wants_quotes(
            "YAML028", f"値が「{value[0]}」で始まり、その組のあとにも文字が続いています。"
        )

    def _wants_quotes(self, code: str, what: str) -> bool:
        value, column = self._typed.value, self._typed.value_column
        self._say(
            code, column, what, f"値全体を引用符で囲んで {shown_quoted(value)} と書いてください。"
        )
        self.meant = self._whole[:column] + quoted(value)
        return True

    def _with(self, rest: str) -> str:
        return self._typed.indent + self._typed.dashes + rest

    def _place(self, column: int) -> SourceSpan:
        return SourceSpan(
            file=self._file, line=self.number + 1, column=column + 1, end_column=column + 2
        )

    def _say(self, code: str, column: int, what: str, fix: str) -> None:
        self._report.error(code, self._place(column), what, fix)


def _ends_early(value: str) -> bool:
    """Whether a quoted text is followed by more than a comment or a flow mark."""
    mark = value[0]
    at = 1
    while at < len(value):
        if mark == '"' and value[at] == "\\":
            at += 2
            continue
        if value[at] == mark:
            if value[at + 1 : at + 2] == mark == "'":
                at += 2
                continue
            rest = value[at + 1 :].lstrip()
            return bool(rest) and rest[0] not in "#,:]}"
        at += 1
    return False


def _behind_brackets(value: str) -> str:
    """What follows the bracket that closes the first one; empty where none closes it.

    Brackets within quotation marks do not count.
    """
    depth, mark = 0, ""
    for at, char in enumerate(value):
        if mark:
            mark = "" if char == mark else mark
        elif char in "\"'" and value[at - 1] in "[{, :":
            mark = char
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
            if depth == 0:
                return value[at + 1 :].strip()
    return ""
