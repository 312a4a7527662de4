"""One message against the rules of some networks: length, links, hashtags."""

import ipywidgets as widgets

from helpers.data import texts
from helpers.data.tables import Tables
from helpers.models import message
from helpers.studio.part import Part, Stage, column
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _, counted, plural


class MessageCheck(Part):
    """Type a message; a table says what each network does with it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.text = widgets.Textarea(
            value=texts.load("message")["example"],
            description=_("Your message"),
            style={"description_width": "initial"},
            layout={"width": "100%", "max_width": "640px"},
            rows=4,
        )
        self.text.observe(lambda change: self._check(), "value")
        self.stage = Stage()
        self._check()
        self.view = column(self.text, self.stage)

    def _receptions(self) -> list[message.Reception]:
        return message.receptions(self.text.value, self._tables)

    def _check(self) -> None:
        found = self._receptions()
        fine = sum(one.breaks == message.FITS for one in found)
        self.stage.headline = plural(
            "{fine} of {all} network takes this message as it is.",
            "{fine} of {all} networks take this message as it is.",
            len(found),
        ).format(fine=locale.number(fine), all=locale.number(len(found)))
        self.stage.table = self.table().to_html()

    def table(self) -> Table:
        """What each network makes of the message."""
        rows = tuple(
            (
                self._tables.name("network", one.network),
                f"{locale.number(one.used)} / {locale.number(one.limit)}",
                _verdict(one),
            )
            for one in self._receptions()
        )
        header = (_("Network"), _("Characters"), _("What happens"))
        return Table(_("The same message under the rules of each network"), header, rows)

    def to_markdown(self) -> str:
        """The message and what becomes of it."""
        return f"> {escaping.markdown(self.text.value)}\n\n{self.table().to_markdown()}"


def _verdict(one: message.Reception) -> str:
    """What happens to the message, and what to do about it."""
    if one.breaks == message.TOO_LONG:
        return counted(
            "too long: cut {number} character",
            "too long: cut {number} characters",
            one.used - one.limit,
        )
    if one.breaks == message.DEAD_LINK:
        return _("the address cannot be clicked; show the picture, put the link elsewhere")
    if one.breaks == message.HASHTAGS:
        return _("too many hashtags: at most {most}").format(most=locale.number(one.most))
    return _("fits as it is")
