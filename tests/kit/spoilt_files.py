"""Good files made bad in one way each: what a validator, or our own preflight, has to notice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from kit.booklets import built

Mutate = Callable[[Any], None]
Name, String, Dictionary = pikepdf.Name, pikepdf.String, pikepdf.Dictionary


@cache
def mutant(name: str) -> bytes:
    """The booklet with one thing spoilt; ``good`` has none spoilt and is saved like the others."""
    # Tables are found in the town that has too much for cards.
    town = "nanatsu" if name.startswith("table") else "content"
    with pikepdf.open(BytesIO(built(town).pdf)) as document:
        if name != "good":
            MUTANTS[name](document)
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def elements(document: Any, role: str) -> Iterator[Any]:
    """Structure elements of a role, in reading order."""

    def below(element: Any) -> Iterator[Any]:
        if element.get("/S") == f"/{role}":
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from below(kid)

    return below(document.Root.StructTreeRoot.K)


def first(document: Any, role: str) -> Any:
    return next(elements(document, role))


def rewrite(document: Any, page: int, old: bytes, new: bytes) -> None:
    """One change in a page's content."""
    contents = document.pages[page].Contents
    data = contents.read_bytes()
    assert old in data
    contents.write(data.replace(old, new, 1))


def fonts(document: Any) -> Iterator[Any]:
    return iter(document.pages[4].Resources.Font.values())


def in_xmp(document: Any, old: str, new: str) -> None:
    metadata = document.Root.Metadata
    data = metadata.read_bytes().decode()
    assert old in data
    metadata.write(data.replace(old, new, 1).encode())


def _no_alt(document: Any) -> None:
    del first(document, "Figure").Alt


def _file_name_as_alt(document: Any) -> None:
    first(document, "Figure").Alt = String("IMG_0123.jpg")


def _empty_words_as_alt(document: Any) -> None:
    first(document, "Figure").Alt = String("画像")


def _no_language(document: Any) -> None:
    del document.Root.Lang


def _english(document: Any) -> None:
    document.Root.Lang = String("en-US")


def _skipped_heading(document: Any) -> None:
    first(document, "H2").S = Name.H3


def _no_first_heading(document: Any) -> None:
    first(document, "H1").S = Name.H2


def _untagged_text(document: Any) -> None:
    rewrite(document, 4, b"/MCID 3", b"/NoMCID 3")


def _unmarked_text(document: Any) -> None:
    contents = document.pages[4].Contents
    contents.write(contents.read_bytes() + b"\nBT /F1 9 Tf 1 0 0 1 50 50 Tm <0200> Tj ET\n")


def _content_left_out_of_the_tree(document: Any) -> None:
    element = first(document, "LBody")
    del element.K


def _content_told_twice(document: Any) -> None:
    element = first(document, "LBody")
    kids = list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]
    element.K = pikepdf.Array([kids[0], *kids])


def _wrong_order(document: Any) -> None:
    part = document.Root.StructTreeRoot.K.K[4]
    part.K = pikepdf.Array(reversed(list(part.K)))


def _no_parent_tree(document: Any) -> None:
    del document.Root.StructTreeRoot.ParentTree


def _no_structure(document: Any) -> None:
    del document.Root.StructTreeRoot


def _tree_of_numbers(document: Any) -> None:
    document.Root.StructTreeRoot.K.K = pikepdf.Array([String("x")])


def _not_marked(document: Any) -> None:
    del document.Root.MarkInfo


def _other_title(document: Any) -> None:
    document.docinfo["/Title"] = "べつの題名"


def _other_date(document: Any) -> None:
    document.docinfo["/ModDate"] = "D:20300101000000+09'00'"


def _no_title(document: Any) -> None:
    in_xmp(document, "dc:title", "dc:format")
    in_xmp(document, "</dc:title", "</dc:format")


def _title_not_shown(document: Any) -> None:
    del document.Root.ViewerPreferences


def _no_metadata(document: Any) -> None:
    del document.Root.Metadata


def _no_ua_claim(document: Any) -> None:
    in_xmp(document, "<pdfuaid:part>1</pdfuaid:part>", "")


def _no_archive_claim(document: Any) -> None:
    in_xmp(document, "<pdfaid:part>3</pdfaid:part>", "")


def _no_output_intent(document: Any) -> None:
    del document.Root.OutputIntents


def _a_web_page_as_profile(document: Any) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.write(b"<html>404 Not Found</html>")


def _note_without_id(document: Any) -> None:
    del first(document, "Note").ID


def _link_without_words(document: Any) -> None:
    del document.pages[2].Annots[0].Contents


def _link_out_of_the_tree(document: Any) -> None:
    link = first(document, "Link")
    link.K = next(kid for kid in link.K if isinstance(kid, int))


def _link_to_a_name_of_nothing(document: Any) -> None:
    document.pages[2].Annots[0].Dest = String("00000")


def _bookmark_to_a_page_that_is_gone(document: Any) -> None:
    document.Root.Outlines.Last.Dest[0] = document.make_indirect(Dictionary(Type=Name.Page))


def _no_tab_order(document: Any) -> None:
    del document.pages[2].Tabs


def _no_bookmarks(document: Any) -> None:
    del document.Root.Outlines


def _no_to_unicode(document: Any) -> None:
    for font in fonts(document):
        del font.ToUnicode


def _wrong_to_unicode(document: Any) -> None:
    for font in fonts(document):
        # 令 reads as あ.
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<4EE4>", b"<3042>"))


def _wrong_actual_text(document: Any) -> None:
    contents = document.pages[4].Contents
    data = contents.read_bytes()
    words = "令和5年度".encode("utf-16-be").hex().upper().encode()
    assert words in data
    contents.write(data.replace(words, "令和6年度".encode("utf-16-be").hex().upper().encode(), 1))


def _no_glyph_map(document: Any) -> None:
    for font in fonts(document):
        del font.DescendantFonts[0].CIDToGIDMap


def _wrong_widths(document: Any) -> None:
    for font in fonts(document):
        font.DescendantFonts[0].DW = 400
        del font.DescendantFonts[0].W


def _font_not_embedded(document: Any) -> None:
    for font in fonts(document):
        del font.DescendantFonts[0].FontDescriptor.FontFile2


def _pale_text(document: Any) -> None:
    rewrite(document, 4, b".133 .129 .122 rg", b".7 .7 .7 rg")


def _pale_bars(document: Any) -> None:
    # The bars of actuals, alone: what comes behind the colour is a rectangle.
    contents = document.pages[4].Contents
    bars = re.compile(rb"\.557 \.141 \.2 rg\n(?=[-\d. ]+ re f)")
    data, count = bars.subn(b".8 .75 .75 rg\n", contents.read_bytes())
    assert count
    contents.write(data)


def _list_item_without_body(document: Any) -> None:
    first(document, "LBody").S = Name.P


def _attachment_without_relation(document: Any) -> None:
    del document.Root.AF[0].AFRelationship


def _table_without_scope(document: Any) -> None:
    for head in elements(document, "TH"):
        del head.A


def _table_of_wrong_scope(document: Any) -> None:
    for head in elements(document, "TH"):
        head.A.Scope = Name.Row


def _table_of_uneven_rows(document: Any) -> None:
    row = list(elements(document, "TR"))[1]
    row.K = pikepdf.Array(list(row.K)[:-1])


def _table_naming_heads_that_are_not_there(document: Any) -> None:
    next(cell for cell in elements(document, "TD") if "/A" in cell).A.Headers = pikepdf.Array(
        [String("99999")]
    )


MUTANTS: dict[str, Mutate] = {
    name.removeprefix("_"): function
    for name, function in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and callable(function)
}
