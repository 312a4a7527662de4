"""One message against the rules of some networks: length, links, hashtags."""

import re

import ipywidgets as widgets

from helpers.data.tables import Tables
from helpers.studio.part import Part, Stage, column
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _, counted, plural

POST_LENGTH, LINK_LENGTH = "post_length", "link_length"
MOST_HASHTAGS, LINKS_WORK = "most_hashtags", "links_work"
"""Series of ``evidence/rules.csv``; a network is in the table if its length has a row there."""
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
        for network, limit in self._rules(POST_LENGTH).items():
            used = self._length(network)
            rows.append(
                (
                    self._tables.name("network", network),
                    f"{locale.number(used)} / {locale.number(limit)}",
                    self._verdict(network, used, limit),
                )
            )
        header = (_("Network"), _("Characters"), _("What happens"))
        return Table(_("The same message under three sets of rules"), header, tuple(rows))

    def _rules(self, series: str) -> dict[str, float]:
        """The figure of each network that has such a rule."""
        known = self._tables.network_keys
        rows = self._tables.evidence.values()
        return {e.network: e.value for e in rows if e.series == series and e.network in known}

    def _length(self, network: str) -> int:
        text = self.text.value
        # X counts every address as equally long.
        each = self._rules(LINK_LENGTH).get(network)
        if each is None:
            return len(text)
        return len(_LINK.sub("", text)) + int(each) * len(_LINK.findall(text))

    def _verdict(self, network: str, used: int, limit: float) -> str:
        if used > limit:
            return counted(
                "too long: cut {number} character",
                "too long: cut {number} characters",
                used - limit,
            )
        if _LINK.search(self.text.value) and not self._rules(LINKS_WORK).get(network, 1):
            return _("the address cannot be clicked; show the picture, put the link elsewhere")
        most = self._rules(MOST_HASHTAGS).get(network)
        if most is not None and len(_HASHTAG.findall(self.text.value)) > most:
            return _("too many hashtags: at most {most}").format(most=locale.number(most))
        return _("fits as it is")

    def to_markdown(self) -> str:
        """The message and what becomes of it."""
        return f"> {escaping.markdown(self.text.value)}\n\n{self.table().to_markdown()}"
