"""A covering letter to one recipient: every word of it resolved."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.value import Value
from strategy_report.model.letter import Letter
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Reference
from strategy_report.model.recipient import Recipient
from strategy_report.story.block import Run, Words
from strategy_report.story.phrases import filled_words
from strategy_report.story.references import words_of

# Where the list has one of these behind a name, a letter would say two.
_HONORIFICS = ("様", "殿", "先生", "御中", "各位")


class LetterPart(Value):
    """A letter as told, by parts in reading order; what is empty is not there."""

    head: tuple[Words, ...]
    to: tuple[Words, ...]
    sender: tuple[Words, ...]
    subject: Words
    body: tuple[Words, ...]
    closing: Words
    enclosed: tuple[Words, ...]
    contact: tuple[Words, ...]


def letter_part(letter: Letter, recipient: Recipient, plan: Plan, title: str) -> LetterPart:
    """*letter* to *recipient*; *title* is the booklet's.

    Raises:
        UnresolvedReferenceError: a reference names no reading (`unresolved` finds them first).
    """
    fields = {
        "number": (Run(text=recipient.number, source=recipient.number_source),),
        "name": (Run(text=recipient.name, source=recipient.name_source),),
        "office": (Run(text=recipient.office, source=recipient.office_source),),
        "title": (Run(text=title),),
    }

    def told(prose: Prose | None) -> Words:
        return filled_words(words_of(prose, plan), fields)

    honorific = "" if recipient.name.endswith(_HONORIFICS) else f"　{letter.honorific}"
    name = (*fields["name"], *((Run(text=honorific),) if honorific else ()))
    first, *rest = tuple(map(told, letter.body)) or ((),)
    if letter.salutation is not None:
        first = (*told(letter.salutation), Run(text="　"), *first)
    return LetterPart(
        head=tuple(filter(None, map(told, (letter.document_number, letter.date)))),
        to=(fields["office"], name) if recipient.office else (name,),
        sender=tuple(map(told, letter.sender)),
        subject=told(letter.subject),
        body=(first, *rest),
        closing=told(letter.closing),
        enclosed=tuple(map(told, letter.enclosed)),
        contact=tuple(map(told, letter.contact)),
    )


def unresolved(letter: Letter, plan: Plan) -> Iterator[Reference]:
    """References in *letter* to readings that *plan* does not have."""
    single = (letter.document_number, letter.date, letter.subject, letter.salutation)
    several = (*letter.sender, *letter.body, *letter.enclosed, *letter.contact)
    for prose in (*single, letter.closing, *several):
        for part in () if prose is None else prose.parts:
            if isinstance(part, Reference):
                indicator = plan.indicator(part.indicator)
                if indicator is None or indicator.find(part.part) is None:
                    yield part
