"""One message against the rules of three networks: length, links, hashtags."""

import re

import ipywidgets as widgets

from helpers import escaping, locale
from helpers.locale import _, counted, plural
from helpers.studio.part import Part, Stage, column
from helpers.tables import Evidence, Tables
from helpers.views.words import Table

LENGTH_RULES = {"linkedin": "rule-005", "instagram": "rule-015", "x": "rule-016"}
NO_LINKS_RULE = "rule-021"
LINK_LENGTH_RULE = "rule-017"
HASHTAG_RULE = "rule-019"
_LINK = re.compile(r"https?://\S+")
_HASHTAG = re.compile(r"#\w+")


class MessageCheck(Part):
    """Type a message; a table says what each network does with it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.text = widgets.Textarea(
            value=_(
                "New in our workshop: turned parts in stainless steel within five days. "
                "See how we measure them: https://example.com/measuring"
            ),
            description=_("Your message"),
            style={"description_width": "initial"},
            layout={"width": "100%", "max_width": "640px"},
            rows=4,
        )
        self.text.observe(lambda change: self._check(), "value")
        self.stage = Stage()
        self._check()
        self.view = column(self.text, self.stage)

    def _check(self) -> None:
        table = self.table()
        fine = sum(row[-1] == _("fits as it is") for row in table.rows)
        self.stage.headline = plural(
            "{fine} of {all} network takes this message as it is.",
            "{fine} of {all} networks take this message as it is.",
            len(table.rows),
        ).format(fine=locale.number(fine), all=locale.number(len(table.rows)))
        self.stage.table = table.to_html()

    def table(self) -> Table:
        """What each network makes of the message."""
        rows = []
        for network, rule in LENGTH_RULES.items():
            limit = self._rule(rule)
            used = self._length(network)
            rows.append(
                (
                    self._tables.name("network", network),
                    f"{locale.number(used)} / {locale.number(limit.value)}",
                    self._verdict(network, used, limit.value),
                )
            )
        header = (_("Network"), _("Characters"), _("What happens"))
        return Table(_("The same message under three sets of rules"), header, tuple(rows))

    def _rule(self, key: str) -> Evidence:
        return self._tables.evidence[key]

    def _length(self, network: str) -> int:
        text = self.text.value
        if network != "x":
            return len(text)
        # X counts every address as equally long.
        links = _LINK.findall(text)
        each = int(self._rule(LINK_LENGTH_RULE).value)
        return len(_LINK.sub("", text)) + each * len(links)

    def _verdict(self, network: str, used: int, limit: float) -> str:
        if used > limit:
            return counted(
                "too long: cut {number} character",
                "too long: cut {number} characters",
                used - limit,
            )
        if network == "instagram":
            if _LINK.search(self.text.value) and not self._rule(NO_LINKS_RULE).value:
                return _("the address cannot be clicked; show the picture, put the link elsewhere")
            most = self._rule(HASHTAG_RULE).value
            if len(_HASHTAG.findall(self.text.value)) > most:
                return _("too many hashtags: at most {most}").format(most=locale.number(most))
        return _("fits as it is")

    def to_markdown(self) -> str:
        """The message and what becomes of it."""
        return f"> {escaping.markdown(self.text.value)}\n\n{self.table().to_markdown()}"
