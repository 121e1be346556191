"""What a file says of itself: in both places the same, and what it claims."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.pdf_text import opened
from PIL import Image, ImageCms

from strategy_report.pdf.attachment import Attachment, Relation
from strategy_report.pdf.claim import Claim
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import PdfSettings, Profile, screen_profile
from strategy_report.pdf.srgb import srgb_profile

TABLE = Attachment(
    name="指標.csv",
    media_type="text/csv",
    description="指標の表",
    relation=Relation.DATA,
    data="指標,実績\r\n".encode(),
)
DEFAULT = screen_profile(with_data=True)


def document(profile: Profile = DEFAULT, made_at: int | None = None, **more: Any) -> Any:
    archive_part = profile.claim.archive_part if isinstance(profile.claim, Claim) else None
    attachments = (TABLE,) if (archive_part or 0) > 2 else ()
    settings = PdfSettings(profile=profile, made_at=made_at, attachments=attachments)
    book = a_book(a_page(a_box(a_line("字"))), **more)
    return opened(write_pdf(book, FACES, settings))


def xmp(file: Any) -> dict[str, str]:
    """Properties by name, with the words of the first value."""
    root = ElementTree.fromstring(file.Root.Metadata.read_bytes())
    described = root[0][0]
    return {re.sub(r"\{.*\}", "", one.tag): "".join(one.itertext()).strip() for one in described}


@pytest.mark.parametrize("made_at", [None, 1_700_000_000])
def test_both_places_say_the_same(made_at: int | None) -> None:
    with document(made_at=made_at, title="戦略 <案> & 第2次") as file:
        info, said = file.docinfo, xmp(file)
        assert said["title"] == str(info.Title) == "戦略 <案> & 第2次"
        assert said["creator"] == str(info.Author)
        assert said["description"] == str(info.Subject)
        assert said["CreatorTool"] == said["Producer"] == str(info.Producer) == str(info.Creator)
        made = "2023-11-14T22:13:20Z" if made_at else "2025-09-01T00:00:00+09:00"
        assert said["CreateDate"] == said["ModifyDate"] == made
        digits = re.sub(r"\D", "", str(info.CreationDate))
        assert re.sub(r"\D", "", made) == digits


@pytest.mark.parametrize(
    ("with_data", "pdf20", "claim"),
    [
        (True, False, ("3", "A", "1", "")),
        (False, False, ("2", "A", "1", "")),
        (True, True, ("4", "F", "2", "2020")),
        (False, True, ("4", "", "2", "2020")),
    ],
)
def test_each_claim_is_stated(*, with_data: bool, pdf20: bool, claim: tuple[str, ...]) -> None:
    profile = screen_profile(with_data=with_data, pdf20=pdf20)
    with document(profile) as file:
        metadata = file.Root.Metadata.read_bytes().decode()
        found = [
            "".join(re.findall(rf"<{name}>(.*?)</{name}>", metadata))
            for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfaid:rev")
        ]
        assert tuple(found) == claim
        assert ("/Info" in file.trailer) is not pdf20
        assert file.pdf_version == ("2.0" if pdf20 else "1.7")


def test_metadata_can_be_read_in_the_file_as_it_stands() -> None:
    data = write_pdf(a_book(a_page()), FACES)
    assert data.count(b"<pdfuaid:part>1</pdfuaid:part>") == 1


def test_attached_files_are_found_from_the_document_and_from_the_list() -> None:
    with document() as file:
        (specification,) = file.Root.AF
        assert str(specification.UF) == "指標.csv"
        assert str(specification.Desc) == "指標の表"
        assert specification.AFRelationship == "/Data"
        assert specification.EF.UF.read_bytes() == TABLE.data
        assert specification.EF.UF.Subtype == "/text/csv"
        assert int(specification.EF.UF.Params.Size) == len(TABLE.data)
        assert file.attachments["指標.csv"].get_file().read_bytes() == TABLE.data


def test_the_colours_are_those_of_screens() -> None:
    with document() as file:
        (intent,) = file.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert str(intent.OutputConditionIdentifier) == "sRGB IEC61966-2.1"
        assert intent.DestOutputProfile.N == 3
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()


def test_the_profile_turns_colours_as_srgb_does() -> None:
    # Pillow's littlecms is another's reading of the same standard.
    data = srgb_profile()
    assert data[36:40] == b"acsp"
    assert int.from_bytes(data[:4], "big") == len(data) < 700
    own = ImageCms.ImageCmsProfile(BytesIO(data))
    theirs = ImageCms.createProfile("sRGB")
    lab = ImageCms.createProfile("LAB")
    colours = Image.new("RGB", (4, 1))
    colours.putdata([(255, 255, 255), (200, 30, 40), (16, 90, 160), (5, 5, 5)])
    pixels = [list(_converted(colours, one, lab)) for one in (own, theirs)]
    assert all(abs(a - b) <= 1 for a, b in zip(*pixels, strict=True))


def _converted(picture: Image.Image, own: Any, wanted: Any) -> bytes:
    converted = ImageCms.profileToProfile(picture, own, wanted, outputMode="LAB")
    assert converted is not None
    return converted.tobytes()
