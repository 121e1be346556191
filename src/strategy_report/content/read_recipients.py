"""A list of recipients, as an officer saves it from a spreadsheet: whom copies are handed to."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from unicodedata import category

from strategy_report.content.csv_cells import Cell, csv_rows
from strategy_report.content.decode import LARGEST_BYTES
from strategy_report.content.messages import in_order
from strategy_report.content.recipient_heads import (
    NAME,
    NUMBER,
    OFFICE,
    PASSWORD,
    POST,
    columns,
    folded,
    head_row,
)
from strategy_report.content.report import Report
from strategy_report.content.spreadsheet_slips import slip_in, slip_in_number
from strategy_report.core.diagnostic import Checked, Diagnostic
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.model.recipient import Password, Recipient

# What a copy's foot holds on one line, and a file's name.
_LONGEST = {NUMBER: 20, NAME: 30, OFFICE: 60, POST: 60, PASSWORD: 127}
_SHORT_PASSWORD = 8
_AS_CSV = (
    "Excel の「名前を付けて保存」で、ファイルの種類「CSV UTF-8（コンマ区切り）」を選んで"
    "保存してください。"
)


class Recipients(Value):
    """A list of recipients.

    Attributes:
        listed: in the order of the list.
        lines: of the file, passwords blacked out.
    """

    listed: tuple[Recipient, ...]
    lines: tuple[str, ...]

    def quoted(self, diagnostics: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
        """*diagnostics* with the line of the list that they speak of."""
        return tuple(_quoted(diagnostic, self.lines, file) for diagnostic in diagnostics)


def load_recipients(path: Path) -> Checked[Recipients]:
    """The list at *path*; no value where an error stands. All errors come at once."""
    try:
        data = path.read_bytes()
    except OSError:
        report = Report()
        report.error(
            "DST001",
            SourceSpan(file=path.as_posix(), line=1),
            f"名簿「{path}」がないか、開けません。",
            "名簿の場所と名前を確かめてください。Excel で開いているときは、閉じてください。",
        )
        return Checked(value=None, diagnostics=report.said)
    return read_recipients(data, path.as_posix())


def read_recipients(data: bytes, file: str) -> Checked[Recipients]:
    """The list in *data*, told as *file* in messages."""
    report = Report()
    text = _decoded(data, file, report)
    if text is None:
        return Checked(value=None, diagnostics=report.said)
    rows = csv_rows(text, file, _separator(text))
    head = head_row(rows)
    rows, below = rows[head : head + 1], rows[head + 1 :]
    heads = columns(rows[0] if rows else (), file, report)
    listed = tuple(_recipients(below, heads, report)) if heads else ()
    if heads and not listed and not report.error_count:
        report.error(
            "DST010",
            SourceSpan(file=file, line=1),
            "名簿に1人も書かれていません。",
            "2行目から、1行に1人ずつ書いてください。",
        )
    _doubles(listed, report)
    recipients = Recipients(listed=listed, lines=_blacked_out(text, below, heads))
    said = in_order(recipients.quoted(report.said, file))
    return Checked(value=None if report.error_count else recipients, diagnostics=said)


def _quoted(diagnostic: Diagnostic, lines: Sequence[str], file: str) -> Diagnostic:
    where = diagnostic.where
    if where is None or where.file != file or not 1 <= where.line <= len(lines):
        return diagnostic
    return replace(diagnostic, quoted=lines[where.line - 1])


def _decoded(data: bytes, file: str, report: Report) -> str | None:
    """Spreadsheets save UTF-8, with a mark before it, CP932, or (Unicode テキスト) UTF-16."""
    where = SourceSpan(file=file, line=1)
    wide = data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE)
    if len(data) > LARGEST_BYTES or data[:2] == b"PK" or (b"\0" in data and not wide):
        report.error("DST002", where, "名簿が CSV ではありません。", _AS_CSV)
        return None
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp932"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    report.error("DST002", where, "名簿の文字コードが読めません。", _AS_CSV)
    return None


def _separator(text: str) -> str:
    """A tab where the first row that has any has no commas (テキスト（タブ区切り）)."""
    first = next((line for line in text.split("\n") if "\t" in line or "," in line), "")
    return "\t" if "," not in first and "\t" in first else ","


def _recipients(
    rows: Sequence[Sequence[Cell]], heads: Mapping[str, int], report: Report
) -> Iterator[Recipient]:
    for row in rows:
        # Empty rows stand between groups, and where something was once deleted.
        if not any(cell.text for cell in row):
            continue
        cells = {head: row[place] for head, place in heads.items() if place < len(row)}
        if not row[-1].closed:
            report.error(
                "DST006",
                row[-1].place,
                '「"」で始まったところが、終わっていません。',
                '終わりに「"」を書くか、Excel で開いて保存し直してください。',
            )
        elif PASSWORD in heads and PASSWORD not in cells:
            # Else a password could be taken for an office, and be printed.
            report.error(
                "DST005",
                row[-1].place,
                "この行は列が足りません。",
                "1行目の見出しと同じ数だけ「,」で区切ってください（中身は空でも構いません）。",
            )
        elif _is_whole(row, cells, report):
            yield Recipient(
                number=cells[NUMBER].text,
                name=cells[NAME].text,
                office=_office(cells),
                password=Password(cells[PASSWORD].text if PASSWORD in cells else ""),
                number_source=cells[NUMBER].place,
                name_source=cells[NAME].place,
                office_source=cells[OFFICE].place if OFFICE in cells else None,
            )


def _office(cells: Mapping[str, Cell]) -> str:
    """所属 and 役職, as on an envelope."""
    told = (cells[head].text for head in (OFFICE, POST) if head in cells)
    return "　".join(filter(None, told))


def _is_whole(row: Sequence[Cell], cells: Mapping[str, Cell], report: Report) -> bool:
    errors = report.error_count
    for head in (NUMBER, NAME):
        if head not in cells or not cells[head].text:
            report.error(
                "DST005",
                cells[head].place if head in cells else row[-1].place,
                f"{head}がありません。",
                f"{head}を書いてください。要らない行なら、行ごと消してください。",
            )
    for head, cell in cells.items():
        _check_cell(head, cell, report)
    return report.error_count == errors


def _check_cell(head: str, cell: Cell, report: Report) -> None:
    if len(cell.text) > _LONGEST[head]:
        report.error(
            "DST007",
            cell.place,
            f"{head}が長すぎます（{len(cell.text)}字）。",
            f"{_LONGEST[head]}字までにしてください。",
        )
    slip = (slip_in_number if head == NUMBER else slip_in)(cell.text)
    if slip is not None:
        # A password is not told, not even what has become of it.
        told = "" if head == PASSWORD else f"「{cell.text}」"
        report.error("DST019", cell.place, f"{head}{told}は、{slip.what}", slip.fix)
        return
    check = _check_password if head == PASSWORD else _check_words
    check(head, cell, report)


def _check_words(head: str, cell: Cell, report: Report) -> None:
    hidden = [char for char in cell.text if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    if hidden:
        what = "改行" if "\n" in hidden else f"見えない文字（U+{ord(hidden[0]):04X}）"
        report.error(
            "DST008", cell.place, f"{head}の中に{what}があります。", "消して、1行で書いてください。"
        )
    elif "?" in cell.text or "\ufffd" in cell.text:
        # What CP932 has no code for is saved as a question mark.
        report.error(
            "DST008",
            cell.place,
            f"{head}に「?」があります。保存するときに失われた字かもしれません。",
            "正しい字に直し、" + _AS_CSV,
        )


def _check_password(_head: str, cell: Cell, report: Report) -> None:
    """Viewers differ in what they make of other characters than these."""
    if not all("!" <= char <= "~" for char in cell.text):
        report.error(
            "DST009",
            cell.place,
            "パスワードに使えない文字があります。",
            "半角の英字・数字・記号だけで書いてください（空白は使えません）。",
        )
    elif 0 < len(cell.text) < _SHORT_PASSWORD:
        report.warning(
            "DST009",
            cell.place,
            f"パスワードが短く、破られるおそれがあります（{len(cell.text)}字）。",
            f"{_SHORT_PASSWORD}字以上にしてください。",
        )


def _doubles(listed: Sequence[Recipient], report: Report) -> None:
    numbers: dict[str, Recipient] = {}
    people: dict[tuple[str, str], Recipient] = {}
    for one in listed:
        # Spreadsheets show 001 as 1: whoever looks a copy up could not tell the two apart.
        first = numbers.setdefault(folded(one.number).lstrip("0"), one)
        if first is not one and one.number_source is not None:
            report.error(
                "DST011",
                one.number_source,
                f"番号「{one.number}」が、{_line(first)} 行目の「{first.number}」と同じです。",
                "どの1冊かが番号で分かるように、違う番号にしてください。",
            )
        same = people.setdefault((one.name, one.office), one)
        if same is not one and one.name_source is not None:
            report.warning(
                "DST012",
                one.name_source,
                f"「{one.name}」が、{_line(same)} 行目にもあります。",
                "2度書いてしまったのなら、この行を消してください。別の人なら、このままで構いません。",
            )


def _line(recipient: Recipient) -> int:
    return recipient.number_source.line if recipient.number_source is not None else 0


def _blacked_out(
    text: str, rows: Sequence[Sequence[Cell]], heads: Mapping[str, int]
) -> tuple[str, ...]:
    """The lines of *text*, as long as they were, without passwords and what may be one.

    *rows*: those below the heads.
    """
    lines = text.replace("\t", " ").split("\n")
    for row in rows if PASSWORD in heads else ():
        secret = row[min(heads[PASSWORD], len(row) - 1)]
        place = secret.place
        line, start, end = lines[place.line - 1], place.column - 1, place.end_column - 1
        lines[place.line - 1] = line[:start] + "●" * (end - start) + line[end:]
        for further in range(place.line, secret.last_line):
            lines[further] = "●" * len(lines[further])
    return tuple(lines)
