"""The turnover and the customers at which a presence pays for itself, in words."""

from dataclasses import replace

from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.views.words import Speaker, Words
from helpers.words.locale import _


class PresenceView(GapView):
    """The gap, with what a year costs and when that comes back."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        fields = {"cost": speak("yearly_cost"), "margin": speak("margin")}
        if "pays_from" in result and "turnover_needed" in result:
            sentence = _(
                "A year costs {cost}, hours counted at their wage. It pays from {customers} on, "
                "that is {turnover} of turnover, of which {margin} stays."
            )
            fields |= {
                "customers": speak.plural(
                    "{number} more customer", "{number} more customers", "pays_from"
                ),
                "turnover": speak("turnover_needed"),
            }
        else:
            sentence = _("A year costs {cost}, and no sale leaves anything to pay it with.")
        return replace(
            words,
            remarks=(sentence.format(**fields), *words.remarks),
            quoted=(*words.quoted, *speak.quoted),
        )
