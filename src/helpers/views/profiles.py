"""Network fit, with what people's own profiles add to the networks of work and of friends."""

from dataclasses import replace

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.views.fit import FitView
from helpers.views.words import Speaker, Words
from helpers.words.locale import _


class ProfilesView(FitView):
    """The picture of fit; its headline compares two networks."""

    def __init__(self, tables: Tables, compared: tuple[str, str]) -> None:
        super().__init__(tables)
        self._names = {n: tables.name("network", n) for n in compared}

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        first, second = self._names
        fields = {
            "first": self._names[first],
            "second": self._names[second],
            "fit": speak(f"{first}.fit"),
            "other": speak(f"{second}.fit"),
            "lift": speak(f"{first}.lift"),
            "more": speak(f"{second}.lift"),
        }
        headline = _("{first} {fit}, {second} {other}.")
        if result.value("profiles"):
            headline += " " + _(
                "People's own profiles add {lift} points to {first} and {more} to {second}."
            )
            if not all(result.value(f"{n}.lift") for n in self._names):
                headline += " " + _(
                    "Where they add nothing, the mood for us is at its top already."
                )
        else:
            headline += " " + _("Nobody posts under his own name, so nothing is added.")
        remarks = (words.headline, *words.remarks)
        quoted = (*speak.quoted, *words.quoted)
        return replace(words, headline=headline.format(**fields), remarks=remarks, quoted=quoted)
