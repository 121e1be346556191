"""What a town says of how words are read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from strategy_report.core.value import Value


class SpokenWords(Value):
    """Words that readers need help with.

    Attributes:
        abbreviations: what each is short for.
        languages: of words that are not Japanese, as BCP 47 names them.
    """

    abbreviations: Mapping[str, str] = MappingProxyType({})
    languages: Mapping[str, str] = MappingProxyType({})
