"""Records: one declarative list of fields drives reader, messages, schema and guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any
from unicodedata import normalize

from strategy_report.content.kinds import Kind, Schema
from strategy_report.content.period_text import is_period
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar
from strategy_report.core.near import nearest
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

# So many unknown keys in one record are no slips of the keyboard.
_MANY_STRANGE = 3
_MOST_NAMED = 12


class Field(Value, kw_only=False):
    """One key of a record.

    Attributes:
        help: one sentence in Japanese, for the schema and the guide.
    """

    key: str
    kind: Kind
    help: str
    needed: bool = False


class Entries:
    """What was read of one record: values by key, and the nodes they came from."""

    def __init__(self, values: Mapping[str, Any], node: MappingNode, report: Report) -> None:
        self._values = values
        self.node = node
        self.report = report

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:
        value = self._values.get(key)
        return default if value is None else value

    @property
    def values(self) -> Mapping[str, Any]:
        return self._values

    @property
    def span(self) -> SourceSpan:
        return self.node.span

    def place(self, key: str) -> SourceSpan:
        """Of the value of *key*, or of the record where it was not written."""
        for name, value in self.node.entries:
            if name.text == key:
                return value.span
        return self.span

    def given(self, *keys: str) -> dict[str, Any]:
        """The values of *keys* that were written, for a constructor."""
        return {key: self._values[key] for key in keys if self._values.get(key) is not None}


class Record(Kind):
    """A mapping with known keys, and what it is built into.

    Attributes:
        called: e.g. 「指標」.
    """

    def __init__(
        self, called: str, fields: tuple[Field, ...], build: Callable[[Entries], Any]
    ) -> None:
        self.called = called
        self.fields = fields
        self._by_key = {field.key: field for field in fields}
        self._build = build

    def read(self, node: Node, report: Report) -> Any:
        if not isinstance(node, MappingNode):
            return self._not_a_record(node, report)
        values: dict[str, Any] = {}
        meant: set[str | None] = set()
        errors = report.error_count
        strange: list[Scalar] = []
        for key, value in node.entries:
            field = self._by_key.get(key.text)
            if field is None:
                near = self._near(key.text)
                meant.add(near)
                if near is None:
                    strange.append(key)
                else:
                    self._mistyped(key, near, report)
                continue
            values[key.text] = field.kind.read(value, report)
        self._strange(strange, report)
        whole = self._complete(values, node, report, meant)
        # What is half read is not built; the errors have been said.
        if not whole or report.error_count > errors:
            return None
        return self._build(Entries(values, node, report))

    def knows(self, word: str) -> bool:
        """Whether *word* may stand before a colon in this record, or deeper: a key, or a year."""
        return word in _keys_of(self.schema()) or is_period(word)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {
                field.key: {"description": field.help, **field.kind.schema()}
                for field in self.fields
            },
            "required": [field.key for field in self.fields if field.needed],
            "additionalProperties": False,
        }

    def _complete(
        self,
        values: Mapping[str, Any],
        node: MappingNode,
        report: Report,
        meant: Set[str | None],
    ) -> bool:
        """Whether all that is needed is there; says what is not, but for *meant*, mistyped keys."""
        missing = [f for f in self.fields if f.needed and values.get(f.key) is None]
        written = {key.text: value for key, value in node.entries}
        for field in missing:
            value = written.get(field.key)
            if value is None and field.key not in meant:
                report.error(
                    "KEY002",
                    node.span,
                    f"{self.called}に「{field.key}」がありません。",
                    f"「{field.key}: {_example(field)}」の行を足してください（{field.help}）。",
                )
            elif isinstance(value, Scalar) and not value.text:
                report.error(
                    "KEY003",
                    value.span,
                    f"{self.called}の「{field.key}」が空です。",
                    f"「{field.key}:」のあとに{field.kind.called}を書いてください（{field.help}）。",
                )
        return not missing

    def _mistyped(self, key: Scalar, near: str, report: Report) -> None:
        report.error(
            "KEY001",
            key.span,
            f"{self.called}に「{key.text}」という項目はありません。",
            f"「{near}」（{self._by_key[near].help}）ではありませんか。",
        )

    def _strange(self, keys: list[Scalar], report: Report) -> None:
        """Keys that are like none of this record's; many at once have lost the line above them."""
        if len(keys) < _MANY_STRANGE:
            for key in keys:
                report.error(
                    "KEY001",
                    key.span,
                    f"{self.called}に「{key.text}」という項目はありません。",
                    self._remedy(key.text),
                )
            return
        report.error(
            "KEY001",
            keys[0].span,
            f"{self.called}に、「{keys[0].text}」から「{keys[-1].text}」までの "
            f"{len(keys)} 個の項目はありません。",
            "この上にあった「項目:」の行が消えたか、注釈（#）になっていないか見てください。"
            f"ここで使える項目は {'、'.join(list(self._by_key)[:_MOST_NAMED])} などです。",
        )

    def _near(self, typed: str) -> str | None:
        """The known key that *typed* is written like, or whose help speaks of it alone."""
        plain = normalize("NFKC", typed).strip()
        if plain in self._by_key:
            return plain
        speaking = self._speaking_of(plain)
        alone = speaking[0].key if len(speaking) == 1 else None
        return nearest(plain, self._by_key) or alone

    def _speaking_of(self, word: str) -> list[Field]:
        return [field for field in self.fields if len(word) > 1 and word in field.help]

    def _remedy(self, typed: str) -> str:
        """What to do about the unknown key *typed*, where no one key is meant."""
        plain = normalize("NFKC", typed).strip()
        meant = self._speaking_of(plain)
        if is_period(plain):
            return "年の行は、baseline: や actuals: の下に、さらに空白2つ下げて書いてください。"
        if meant:
            return (
                "、".join(f"「{f.key}」（{f.help}）" for f in meant) + "のどれかではありませんか。"
            )
        if len(self._by_key) <= 30:
            return f"ここで使える項目は {'、'.join(self._by_key)} です。"
        return "綴りを見直してください。"

    def _not_a_record(self, node: Node, report: Report) -> None:
        needed = [f for f in self.fields if f.needed] or list(self.fields[:1])
        names = "、".join(f.key for f in needed)
        fix = f"「項目: 値」を1行に1つずつ書いてください（要るもの: {names}）。"
        if isinstance(node, Scalar) and node.text:
            lines = [f"{f.key}: {_example(f)}" for f in needed[:-1]]
            lines.append(f"{needed[-1].key}: {node.first_line}")
            shown = "・".join(f"「{line}」" for line in lines)
            fix = f"{shown}のように、1行に1つずつ書いてください。"
        what = f"ここには{self.called}を「項目: 値」の組で書きます。"
        report.error("VAL001", node.span, what, fix)


def _keys_of(schema: Any) -> Iterator[str]:
    """Every key that a schema names, at any depth."""
    if isinstance(schema, list):
        for part in schema:
            yield from _keys_of(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from _keys_of(part)


def _example(field: Field) -> str:
    return {"文": "…", "文字": "…", "id": "my_id", "年": "R5", "整数": "1"}.get(
        field.kind.called, "…"
    )
