"""What a file says of itself, in both places where readers look: they say the same."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from time import gmtime, strftime

from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.pdf.claim import Claim, PressClaim
from strategy_report.pdf.objects import pdf_text


class Statement(Value):
    """Title, author and the rest, as information dictionary and as XMP.

    Attributes:
        made_at: seconds since 1970; None takes the edition's date.
        keywords: what a copy can be told by; empty for a file that is everybody's.
    """

    book: Book
    producer: str
    made_at: int | None
    keywords: str = ""

    @property
    def pdf_date(self) -> str:
        if self.made_at is not None:
            return strftime("D:%Y%m%d%H%M%SZ", gmtime(self.made_at))
        # The edition's date begins at midnight in Japan.
        return "D:{:04}{:02}{:02}000000+09'00'".format(*self.book.issued)

    @property
    def xmp_date(self) -> str:
        if self.made_at is not None:
            return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(self.made_at))
        return "{:04}-{:02}-{:02}T00:00:00+09:00".format(*self.book.issued)

    def information(self, claim: Claim | PressClaim | None) -> str:
        """The document information dictionary (ISO 32000-1, 14.3.3), naming a press's standard."""
        entries = {
            "Title": pdf_text(self.book.title),
            "Author": pdf_text(self.book.author),
            "Subject": pdf_text(self.book.subject),
            "Creator": pdf_text(self.producer),
            "Producer": pdf_text(self.producer),
            "CreationDate": f"({self.pdf_date})",
            "ModDate": f"({self.pdf_date})",
        }
        if self.keywords:
            entries["Keywords"] = pdf_text(self.keywords)
        if isinstance(claim, PressClaim):
            # Nobody has spread colours into each other yet; PDF/X wants that said.
            entries |= {"Trapped": "/False", "GTS_PDFXVersion": f"({claim.name})"}
        return f"<< {' '.join(f'/{name} {value}' for name, value in entries.items())} >>"

    def xmp(self, claim: Claim | PressClaim | None) -> bytes:
        """The metadata stream's content (ISO 16684-1), with what *claim* has to be stated by."""
        parts = list(self._properties())
        if isinstance(claim, PressClaim):
            parts += self._pressed(claim)
        elif claim is not None:
            parts += _claimed(claim)
        body = "\n".join(parts)
        return _PACKET.format(body=body).encode("utf-8")

    def _properties(self) -> Iterator[str]:
        book = self.book
        language = escape(book.language)
        yield f"<dc:title>{_alternatives(book.title)}</dc:title>"
        yield f"<dc:creator><rdf:Seq><rdf:li>{escape(book.author)}</rdf:li></rdf:Seq></dc:creator>"
        yield f"<dc:description>{_alternatives(book.subject)}</dc:description>"
        yield f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        yield f"<xmp:CreatorTool>{escape(self.producer)}</xmp:CreatorTool>"
        yield f"<pdf:Producer>{escape(self.producer)}</pdf:Producer>"
        if self.keywords:
            yield f"<pdf:Keywords>{escape(self.keywords)}</pdf:Keywords>"
        for name in ("CreateDate", "ModifyDate", "MetadataDate"):
            yield f"<xmp:{name}>{self.xmp_date}</xmp:{name}>"

    def _pressed(self, claim: PressClaim) -> Iterator[str]:
        """What PDF/X-4 asks of metadata (ISO 15930-7, 6.2 and 6.3)."""
        told = f"{self.book.title} {self.book.subject} {self.book.issued} {claim.name}"
        yield f"<xmpMM:DocumentID>uuid:{sha256(told.encode()).hexdigest()[:32]}</xmpMM:DocumentID>"
        yield "<xmpMM:VersionID>1</xmpMM:VersionID>"
        yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
        yield "<pdf:Trapped>False</pdf:Trapped>"
        if claim.in_xmp:
            yield f"<pdfxid:GTS_PDFXVersion>{claim.name}</pdfxid:GTS_PDFXVersion>"


def escape(text: str) -> str:
    """*text* as it stands between two tags of XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _claimed(claim: Claim) -> Iterator[str]:
    if claim.archive_part is not None:
        yield f"<pdfaid:part>{claim.archive_part}</pdfaid:part>"
    if claim.conformance:
        yield f"<pdfaid:conformance>{claim.conformance}</pdfaid:conformance>"
    yield f"<pdfuaid:part>{claim.ua_part}</pdfuaid:part>"
    if claim.version == (2, 0):
        yield "<pdfaid:rev>2020</pdfaid:rev>"
        yield "<pdfuaid:rev>2024</pdfuaid:rev>"
    else:
        yield _EXTENSION


# PDF/A-2 and -3 want a description of properties that they do not know (ISO 19005-2, 6.6.2.3).
_EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{body}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
