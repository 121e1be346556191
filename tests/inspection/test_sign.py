"""A signature behind a file that stays as it is, and holds."""

from __future__ import annotations

import builtins
from io import BytesIO
from typing import Any

import pytest
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.certificate import HOLDER, PASSPHRASE, certificate_file
from kit.pdf_text import opened, pdfium_text
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from strategy_report.inspection.encrypt import encrypted
from strategy_report.inspection.sign import Certificate, open_certificate
from strategy_report.pdf.document import write_pdf

PDF = write_pdf(a_book(a_page(a_box(a_line("取組状況")))), FACES)


@pytest.fixture(scope="module")
def certificate() -> Certificate:
    opened = open_certificate(certificate_file(), PASSPHRASE, "town.p12")
    assert opened.value is not None, opened.diagnostics
    return opened.value


def status_of(data: bytes, password: str = "") -> Any:
    reader = PdfFileReader(BytesIO(data))
    if password:
        reader.decrypt(password)
    (signature,) = reader.embedded_signatures
    return validate_pdf_signature(signature, ValidationContext(trust_roots=[]))


def test_nothing_of_the_file_changes(certificate: Certificate) -> None:
    signed = certificate.signed(PDF)
    assert signed.startswith(PDF)
    assert pdfium_text(signed) == ["取組状況"]
    with opened(signed) as document, opened(PDF) as before:
        assert document.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(document.trailer.Info) == dict(before.trailer.Info)


def test_the_signature_holds_over_the_whole_file(certificate: Certificate) -> None:
    status = status_of(certificate.signed(PDF))
    assert (status.intact, status.valid) == (True, True)
    assert status.coverage.name == "ENTIRE_FILE"
    assert b"/ETSI.CAdES.detached" in certificate.signed(PDF)


def test_a_file_that_was_changed_is_found_out(certificate: Certificate) -> None:
    signed = bytearray(certificate.signed(PDF))
    # A byte of what the page shows.
    signed[len(PDF) // 2] ^= 1
    assert not status_of(bytes(signed)).intact


def test_a_file_behind_a_password_is_signed_too(certificate: Certificate) -> None:
    signed = certificate.signed(encrypted(PDF, "Kenroku-2024"), "Kenroku-2024")
    status = status_of(signed, "Kenroku-2024")
    assert (status.intact, status.valid) == (True, True)


def test_the_certificate_says_whose_it_is_and_how_long(certificate: Certificate) -> None:
    assert (certificate.holder, certificate.until) == (HOLDER, "2099-03-31")


@pytest.mark.parametrize(("data", "passphrase"), [(certificate_file(), "x"), (b"x", PASSPHRASE)])
def test_what_does_not_open_is_told(data: bytes, passphrase: str) -> None:
    opened = open_certificate(data, passphrase, "town.p12")
    assert [d.code for d in opened.diagnostics] == ["DST018"]
    assert "「town.p12」" in opened.diagnostics[0].what


def test_without_the_library_its_installation_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any, **named: Any) -> Any:
        if name.startswith("pyhanko"):
            raise ImportError(name)
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    (said,) = open_certificate(certificate_file(), PASSPHRASE, "town.p12").diagnostics
    assert said.code == "DST017"
    assert "pip install pyHanko" in said.fix
