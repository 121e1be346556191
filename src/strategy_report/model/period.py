"""One type for every time: 平成30年, 令和5年度, 令和6年10月, 9月30日現在, R2～6."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.value import Value


class YearKind(Enum):
    """What a year means. A source that does not say is printed as it was given."""

    FISCAL = "年度"
    CALENDAR = "年"
    UNSTATED = ""


class Era(Value, kw_only=False):
    """An era: its first western year, its letter and its name."""

    first_year: int
    letter: str
    name: str


# By first year, newest first (元号法; the old years by the Meiji government's decree of 1872).
ERAS = (
    Era(2019, "R", "令和"),
    Era(1989, "H", "平成"),
    Era(1926, "S", "昭和"),
    Era(1912, "T", "大正"),
    Era(1868, "M", "明治"),
)


class Period(Value):
    """A year, a month, a day, or a range of years.

    Attributes:
        year: western year (of a fiscal year: the one it begins in; of a range: its first).
        end_year: a range's last year, else None.
        era: letter of the era it was written in (H31 and R1 are one year); None: western.
        as_of: a day or month on which something was counted (9月30日現在).
    """

    year: int
    kind: YearKind = YearKind.UNSTATED
    end_year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str | None = "R"
    as_of: bool = False

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sorts periods by time: by their end, then by their beginning.

        A year ends after the last of its months, a month after the last of its days, so that
        the forecast of R5 comes after what was counted on 30 September of R5.
        """
        return (self.end_year or self.year, self.month or 13, self.day or 32, self.year)

    def is_named(self, key: str) -> bool:
        """Whether *key* is this period's, in whichever era it is told: R1 and H31 are one year."""
        if key == self.key:
            return True
        if self.end_year is not None or self.month is not None:
            return False
        eras = (era for era in ERAS if era.first_year <= self.year)
        return key in (str(self.year), *(f"{e.letter}{self.year - e.first_year + 1}" for e in eras))

    @property
    def key(self) -> str:
        """As the content writes it: R5, R2-R6, R6.10, 2060."""
        if self.end_year is not None:
            return f"{self._short_year(self.year)}-{self._short_year(self.end_year)}"
        parts = [self._short_year(self.year), self.month, self.day]
        return ".".join(str(part) for part in parts if part is not None)

    def short(self) -> str:
        """As a label: R5, H30, R元, R2～6, R6.10."""
        if self.end_year is None:
            return self.key.replace("R1.", "R元.") if "." in self.key else self._label_year()
        first, last = self._short_year(self.year), self._short_year(self.end_year)
        same_era = first[0] == last[0] and not first.isdigit()
        return f"{first}～{last[1:] if same_era else last}"

    def long(self) -> str:
        """In words: 令和5年度, 平成30年, 令和6年10月, 令和2年度～令和6年度, 2060年."""
        unit = self.kind.value or "年"
        if self.end_year is not None:
            return f"{self._long_year(self.year)}{unit}～{self._long_year(self.end_year)}{unit}"
        text = self._long_year(self.year)
        if self.month is None:
            return text + unit
        text = f"{text}年{self.month}月" + (f"{self.day}日" if self.day else "")
        return text + ("現在" if self.as_of else "")

    def _label_year(self) -> str:
        short = self._short_year(self.year)
        return short[0] + "元" if short in {f"{era.letter}1" for era in ERAS} else short

    def _short_year(self, year: int) -> str:
        era = self._era()
        return str(year) if era is None else f"{era.letter}{year - era.first_year + 1}"

    def _long_year(self, year: int) -> str:
        era = self._era()
        if era is None:
            return str(year)
        number = year - era.first_year + 1
        return era.name + ("元" if number == 1 else str(number))

    def _era(self) -> Era | None:
        return next((era for era in ERAS if era.letter == self.era), None)
