"""A finished file with an electronic signature (PAdES, ETSI EN 319 142-1), by pyHanko.

The signature is written behind the file as it is (ISO 32000-1, 7.5.6): nothing of it changes, so
that what it claims still holds. pyHanko is installed by those who sign (the extra ``sign``).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from strategy_report.core.diagnostic import Checked, error

_FIELD = "Signature"


class Certificate:
    """A certificate with its key.

    Attributes:
        holder: whom it was issued to, as it says.
        until: the last day of its validity: 2030-03-31.
    """

    def __init__(self, signer: Any) -> None:
        self._signer = signer
        issued = signer.signing_cert
        self.holder: str = issued.subject.native.get("common_name", "") or str(
            issued.subject.human_friendly
        )
        self.until: str = issued.not_valid_after.date().isoformat()

    def signed(self, data: bytes, password: str = "") -> bytes:
        """The file in *data*, which *password* opens, with a signature behind it.

        It states the moment at which it is made, which is no secret and no input: two runs give
        different bytes.
        """
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import fields, signers

        class AsItIs(IncrementalPdfFileWriter):  # type: ignore[misc]
            """Leaves alone what the file says of itself.

            pyHanko would write it anew, with another producer in the XMP than in the information
            dictionary (ISO 19005-2, 6.6.2.2), and in a form that ours and others do not look for.
            """

            def _update_meta(self) -> None:
                pass

        writer = AsItIs(BytesIO(data))
        if password:
            writer.encrypt(password)
        metadata = signers.PdfSignatureMetadata(
            field_name=_FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        signed = signers.sign_pdf(writer, metadata, signer=self._signer)
        return bytes(signed.getbuffer())


def open_certificate(data: bytes, passphrase: str, name: str) -> Checked[Certificate]:
    """The certificate in the PKCS #12 file *data*, called *name*; or why it cannot be used."""
    try:
        from pyhanko.sign import signers
    except ImportError:
        return _refused(
            "DST017",
            "署名には pyHanko というライブラリーが要りますが、入っていません。",
            "インターネットにつながるパソコンなら、python -m pip install pyHanko を"
            "実行してください。"
            "つながらないパソコンには、名前が -sign.zip で終わる一式を入れてください。",
        )
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(
            data, other_certs=[], passphrase=passphrase.encode()
        )
    except ValueError:
        signer = None
    if signer is None:
        return _refused(
            "DST018",
            f"証明書「{name}」を開けません。",
            "パスフレーズと、ファイルが秘密鍵の入った PKCS #12（.p12、.pfx）であることを"
            "確かめてください。",
        )
    return Checked(value=Certificate(signer))


def _refused(code: str, what: str, fix: str) -> Checked[Certificate]:
    return Checked(value=None, diagnostics=(error(code, None, what, fix),))
