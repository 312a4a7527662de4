"""An exported page as a browser without a net would read it."""

from html.parser import HTMLParser

LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "object": "data"}
LOADS |= {"video": "src", "audio": "src", "embed": "src"}
VOID = {"meta", "link", "img", "br", "hr", "input", "source"}


class Page(HTMLParser):
    """What a page holds: every tag with its attributes, and the words within some of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open and self._open.pop() == tag, f"{tag} is closed and was not open"

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.styles.append(data)
        elif "script" not in self._open:
            self.said.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.said).split())

    def fetched(self) -> list[str]:
        """Every address that a browser would load for the page itself."""
        found = [a[LOADS[t]] for t, a in self.tags if t in LOADS and a.get(LOADS[t])]
        found += [link["href"] for link in self.all("link")]
        style = "".join(self.styles)
        found += [part.split(")")[0].strip("'\" ") for part in style.split("url(")[1:]]
        found += ["import"] if "@import" in style else []
        return [address for address in found if not address.startswith("data:")]
