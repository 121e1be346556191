"""The words that the design adds: by name, with their fields filled, or hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping

from strategy_report.core.value import replace
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Words
from strategy_report.story.block import Run
from strategy_report.story.block import Words as StoryWords
from strategy_report.story.references import run_of


class Phrases:
    """The phrases of wording.yaml that this edition shows."""

    def __init__(self, plan: Plan) -> None:
        self._phrases: Mapping[str, Prose] = plan.wording.phrases
        self._hidden = plan.edition.hidden
        self._plain: dict[str, Run | None] = {}

    def run(self, name: str, **fields: object) -> Run | None:
        """The phrase as one run; None where the edition hides it or the town has not written it.

        *fields* replace ``{count}`` and the like.
        """
        if fields:
            return _joined(self.words(name, **fields))
        # Labels are the same at every indicator.
        if name not in self._plain:
            self._plain[name] = _joined(self.words(name))
        return self._plain[name]

    def need(self, name: str, **fields: object) -> Run:
        """The phrase, or an empty run."""
        return self.run(name, **fields) or Run(text="")

    def text(self, name: str) -> str:
        return self.need(name).text

    def filled(self, name: str, **fields: StoryWords) -> StoryWords:
        """The phrase with its fields filled by runs, which keep their sources."""
        return filled_words(self.words(name), fields)

    def words(self, name: str, **fields: object) -> StoryWords:
        """The phrase in runs; empty where it is hidden or unwritten."""
        if name in self._hidden or name not in self._phrases:
            return ()
        parts = (part for part in self._phrases[name].parts if isinstance(part, Words))
        return tuple(run_of(part, _filled(part.text, fields)) for part in parts)


def filled_words(words: StoryWords, fields: Mapping[str, StoryWords]) -> StoryWords:
    """*words* with the fields in their braces filled by runs, which keep their sources."""
    return tuple(part for run in words for part in _parted(run, fields))


def _joined(words: StoryWords) -> Run | None:
    if not words:
        return None
    return replace(words[0], text="".join(run.text for run in words), ruby=())


def _parted(run: Run, fields: Mapping[str, StoryWords]) -> StoryWords:
    """*run* cut at its fields, their words between the parts."""
    cut = re.split(rf"\{{({'|'.join(fields)})\}}", run.text)
    parts: list[Run] = []
    for place, text in enumerate(cut):
        parts.extend(fields[text] if place % 2 else [replace(run, text=text)] if text else [])
    return tuple(parts)


def _filled(template: str, fields: Mapping[str, object]) -> str:
    """The template with its fields put in; a brace that names no field stays as it is."""
    for name, value in fields.items():
        template = template.replace(f"{{{name}}}", str(value))
    return template
