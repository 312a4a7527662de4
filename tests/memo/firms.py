"""The eighteen firms whose memos are tested, and the words of a page."""

from collections.abc import Callable
from datetime import date
from functools import partial

from helpers import company
from helpers.company import Company
from helpers.memo.document import Dated, PageOne, Plan, Quote
from tests.models.plausible_firms import EXPECTED, firm

TODAY = date(2026, 11, 25)
FIRMS: dict[str, Callable[[], Company]] = {
    **{case: partial(company.case, case) for case in company.cases()},
    **{key: partial(firm, key) for key in EXPECTED},
}


def text_of(page: PageOne) -> str:
    """All that stands on a page, a piece a line."""
    told = [page.firm, page.dated, page.verdict, page.others]
    for figure in page.figures:
        told += [figure.figure, figure.said]
    for entry in page.entries:
        told.append(entry.label)
        for line in entry.lines:
            if isinstance(line, Plan):
                told += [cell for row in line.rows for cell in row]
                told += [*line.total, line.short, line.left]
            elif isinstance(line, Dated):
                told += [line.day, line.text]
            else:
                told.append(line.text if isinstance(line, Quote) else line)
    return "\n".join(part for part in (*told, *page.signature) if part)
