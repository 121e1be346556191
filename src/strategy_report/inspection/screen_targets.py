"""Whether what can be pressed leads anywhere: links on the pages, and bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strategy_report.inspection.preflight import Inspected
from strategy_report.inspection.said import Fault, fault

_MAKE_AGAIN = "strategy-report build で作り直し、ページを抜いたり足したりしないでください。"


def links_lead_somewhere(of: Inspected) -> Iterator[Fault]:
    """To a page of the file or out of it (ISO 32000-1, 12.3.2 and 12.6.4)."""
    targets = _Targets(of)
    for page, label in zip(of.file.pages, of.labels, strict=True):
        pressed = of.file.listed(page.get("/Annots"))
        links = [one for one in pressed if one.get("/Subtype") == "/Link"]
        lost = [one for one in links if not targets.are_led_to_by(one)]
        if lost:
            yield fault("PFL032", _lost("リンク", lost[0], "/Contents"), _MAKE_AGAIN, page=label)
    for bookmark in _bookmarks(of):
        if not targets.are_led_to_by(bookmark):
            yield fault("PFL032", _lost("しおり", bookmark, "/Title"), _MAKE_AGAIN)


def _lost(kind: str, pressed: Any, words: str) -> str:
    return f"{kind}「{str(pressed.get(words, ''))[:20]}」の行き先がありません。"


class _Targets:
    """The pages of a file, and the names of places on them."""

    def __init__(self, of: Inspected) -> None:
        self._file = of.file
        self._pages = {page.objgen for page in of.file.pages}

    def are_led_to_by(self, pressed: Any) -> bool:
        """Whether a link or a bookmark leads to one of them, or to something outside."""
        action = pressed.get("/A")
        if action is not None and action.get("/S") != "/GoTo":
            return True
        return self._has(pressed.get("/Dest") if action is None else action.get("/D"))

    def _has(self, place: Any) -> bool:
        if place is not None and not self._file.is_array(place):
            place = self._file.named_place(str(place))
            if self._file.is_dictionary(place):
                place = place.get("/D")
        return self._file.is_array(place) and len(place) > 0 and self._is_page(place[0])

    def _is_page(self, found: Any) -> bool:
        return self._file.is_dictionary(found) and found.objgen in self._pages


def _bookmarks(of: Inspected) -> Iterator[Any]:
    """All of them; each once, whatever a broken file makes of their order."""
    waiting = [of.file.root.get("/Outlines", {}).get("/First")]
    seen = set()
    while waiting:
        one = waiting.pop()
        if one is not None and one.objgen not in seen:
            seen.add(one.objgen)
            yield one
            waiting += [one.get("/Next"), one.get("/First")]
