"""Conditions of printing houses: the content's own in ``printers/``, and those that ship."""

from __future__ import annotations

from pathlib import Path

from strategy_report.content.load import load_record
from strategy_report.content.read_printer import PRINTER
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity, error
from strategy_report.core.near import nearest
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.images.print_condition import fogra39, profile_fault
from strategy_report.model.printer import Printer, Standard

SHIPPED = Path(__file__).parent / "printers"
FOLDER = "printers"
_ENDING = ".yaml"
_SHIPPED_CONDITION = "FOGRA39"


class Conditions(Value):
    """A printing house's conditions, with the profile that photographs are converted by.

    Attributes:
        icc: the profile's bytes.
        approximation: that it is only near the condition that the file will name, where it is;
            to be said where photographs are converted by it.
    """

    printer: Printer
    icc: bytes
    approximation: tuple[Diagnostic, ...] = ()


def load_conditions(
    content: Path, name: str, standard: Standard | None = None
) -> Checked[Conditions]:
    """The conditions called *name*; *standard* takes the place of what they say."""
    is_name = Path(name).name == name
    file = f"{FOLDER}/{name}{_ENDING}"
    places = (content.resolve(), SHIPPED.parent)
    place = next((one for one in places if is_name and (one / file).is_file()), None)
    if place is None:
        return Checked(value=None, diagnostics=(_unknown(content, name),))
    loaded = load_record(place, file, PRINTER)
    printer: Printer | None = loaded.value
    if printer is None:
        return Checked(value=None, diagnostics=loaded.diagnostics)
    where = SourceSpan(file=f"{place.name}/{file}", line=1)
    checked = _with_profile(printer, place / FOLDER, standard or printer.standard, where)
    return Checked(value=checked.value, diagnostics=(*loaded.diagnostics, *checked.diagnostics))


def _with_profile(
    printer: Printer, folder: Path, standard: Standard, where: SourceSpan
) -> Checked[Conditions]:
    printer = replace(printer, standard=standard)
    if printer.profile:
        return _with_own_profile(printer, folder / printer.profile, where)
    icc = fogra39().icc
    if printer.condition == _SHIPPED_CONDITION:
        return Checked(value=Conditions(printer=printer, icc=icc))
    if standard is Standard.X4:
        fault = error(
            "PRT002",
            where,
            f"X-4 は {printer.condition} のプロファイルを埋め込みますが、それがありません。",
            "印刷所から ICC プロファイルをもらって printers フォルダーに入れ、"
            "「profile: ファイルの名前」と書くか、"
            f"「condition: {_SHIPPED_CONDITION}」に変えてください。",
        )
        return Checked(value=None, diagnostics=(fault,))
    near = (_approximate(printer, where),)
    return Checked(value=Conditions(printer=printer, icc=icc, approximation=near))


def _with_own_profile(printer: Printer, path: Path, where: SourceSpan) -> Checked[Conditions]:
    try:
        icc = path.read_bytes()
    except OSError:
        fault = f"プロファイル「{path.name}」が printers フォルダーにありません"
    else:
        fault = profile_fault(icc)
        if not fault:
            return Checked(value=Conditions(printer=printer, icc=icc))
        fault = f"「{path.name}」は{fault}"
    said = error(
        "PRT003",
        where,
        f"{fault}。",
        "印刷所から受け取った CMYK の ICC プロファイル（.icc）を printers フォルダーに入れて、"
        "その名前を書いてください。",
    )
    return Checked(value=None, diagnostics=(said,))


def _approximate(printer: Printer, where: SourceSpan) -> Diagnostic:
    return Diagnostic(
        code="PRT001",
        severity=Severity.WARNING,
        where=where,
        what=f"写真の色は、{printer.condition} に近い {_SHIPPED_CONDITION} のプロファイルで"
        "変えました（近似）。",
        fix="印刷所の ICC プロファイルがあれば printers フォルダーに入れて、"
        "「profile: ファイルの名前」と書いてください。",
    )


def _unknown(content: Path, name: str) -> Diagnostic:
    names = sorted(
        {path.stem for folder in (content / FOLDER, SHIPPED) for path in folder.glob("*" + _ENDING)}
    )
    near = nearest(name, dict.fromkeys(names))
    return error(
        "PRT004",
        None,
        f"「{name}」という印刷の条件はありません。",
        (f"「{near}」ではありませんか。" if near else "")
        + f"使えるのは {'、'.join(names)} です。"
        + f"新しく作るときは {content.name}/{FOLDER}/{name}{_ENDING} を書いてください。",
    )
