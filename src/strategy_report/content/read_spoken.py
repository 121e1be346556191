"""How words are read aloud: what abbreviations are short for, and which words are foreign."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from strategy_report.content.kinds import Choice, Kind, Schema
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar

# As BCP 47 names them: languages of a town's sister cities, for the most part.
_LANGUAGES = {
    "英語": "en",
    "フランス語": "fr",
    "ドイツ語": "de",
    "イタリア語": "it",
    "オランダ語": "nl",
    "スペイン語": "es",
    "ポルトガル語": "pt",
    "ロシア語": "ru",
    "中国語": "zh",
    "韓国語": "ko",
    "ベトナム語": "vi",
}
LANGUAGE = Choice(_LANGUAGES)


class ByWord(Kind):
    """Values of *kind* by words that the town chooses; *example* is such a pair."""

    def __init__(self, kind: Kind, example: str) -> None:
        self._kind = kind
        self._example = example
        self.called = f"言葉ごとの{kind.called}"

    def read(self, node: Node, report: Report) -> Mapping[str, Any]:
        if isinstance(node, MappingNode):
            read = {key.text: self._kind.read(value, report) for key, value in node.entries}
            return MappingProxyType({word: value for word, value in read.items() if value})
        if not isinstance(node, Scalar) or node.text:
            report.error(
                "VAL001",
                node.span,
                "ここには、言葉ごとに1行ずつ書きます。",
                f"改行して空白2つ下げ、「{self._example}」のように書いてください。",
            )
        return MappingProxyType({})

    def schema(self) -> Schema:
        return {"type": ["object", "null"], "additionalProperties": self._kind.schema()}
