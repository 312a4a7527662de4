"""The last hand on an exported page: tables that can be read aloud, links that lead somewhere."""

from collections.abc import Collection
from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Tag

from helpers.export.pictures import Drawn


def finished(
    html: str, together: Collection[str], names: tuple[str, str], small: Drawn | None = None
) -> str:
    """The page with heads of rows and columns, and with links to what is exported with it.

    ``together`` are the stems of the notebooks that become pages in the same folder; links to
    others turn into plain words. ``names`` are those of a table without caption
    and of a formula, told when the keyboard scrolls them. ``small`` is the picture of the
    worked example as a phone shows it.
    """
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href$='.ipynb']"):
        target = PurePosixPath(str(link["href"]))
        if target.stem in together:
            link["href"] = f"{target.stem}.html"
        else:
            link.unwrap()
    for nav in soup.select("nav"):
        if not nav.find("a"):
            nav.decompose()
    picture = soup.select_one(".cell-example img")
    if small and picture is not None:
        picture.wrap(soup.new_tag("picture"))
        source = {"media": "(max-width: 560px)", "srcset": small.address}
        source |= {"width": str(small.width), "height": str(small.height)}
        picture.insert_before(soup.new_tag("source", attrs=source))
    for table in soup.select("table"):
        _table(table)
        caption = table.find("caption")
        _framed(soup, table, "wide", caption.get_text(" ", strip=True) if caption else names[0])
    for formula in soup.select("math[display=block]"):
        _framed(soup, formula, "formula", names[1])
    return str(soup)


def _table(table: Tag) -> None:
    """Scopes, and the slanted line above as the caption."""
    head = table.find("thead")
    if isinstance(head, Tag):
        if head.get_text(strip=True):
            for cell in head.find_all("th"):
                cell["scope"] = "col"
        else:
            head.decompose()
    for row in table.select("tbody tr"):
        first = row.find("td")
        if isinstance(first, Tag):
            first.name, first["scope"] = "th", "row"
    above = table.find_previous_sibling()
    if above is not None and above.name == "p" and not table.find("caption"):
        inside = [part for part in above.contents if str(part).strip()]
        if len(inside) == 1 and isinstance(inside[0], Tag) and inside[0].name == "em":
            caption = Tag(name="caption")
            caption.extend(list(inside[0].contents))
            table.insert(0, caption)
            above.decompose()


def _framed(soup: BeautifulSoup, inside: Tag, kind: str, name: str) -> None:
    """Put into a box of its own that scrolls sideways, by keyboard, too."""
    frame = {"class": kind, "role": "group", "tabindex": "0", "aria-label": name}
    # A formula may stand within a paragraph, where no block is allowed.
    inside.wrap(soup.new_tag("div" if inside.name == "table" else "span", attrs=frame))
