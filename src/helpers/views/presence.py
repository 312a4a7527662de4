"""The turnover and the customers at which a presence pays for itself, in words."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.views.words import Speaker, Words
from helpers.words import locale
from helpers.words.locale import _


def trial_sentence(result: Result, speak: Speaker) -> str:
    """What would have to be true, held against the customers whom the firm has anyway.

    Asks ``needed_share`` and ``of_hundred`` of a result of ``advice.presence_answer``; for lesson
    and memo alike.
    """
    if "needed_share" not in result:
        return _(
            "Whether that is much cannot be said yet: nobody has counted how many customers "
            "you serve in a year."
        )
    if result.value("needed_share") > 1:
        sentence = _(
            "That is more than all {served} whom you serve in a year: it does not pay by "
            "customers like these."
        )
        served = speak.plural("{number} customer", "{number} customers", "customers_a_year")
        return sentence.format(served=served)
    sentence = _(
        "This pays if {share} of every hundred customers come or come again because of it; the "
        "trial counts them."
    )
    return sentence.format(share=speak("of_hundred"))


class PresenceView(GapView):
    """The gap, with what a year costs, when that comes back, and what has to be true for it."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        return replace(
            words,
            remarks=(*self._pays(result, speak), *words.remarks),
            quoted=(*words.quoted, *speak.quoted),
        )

    def _pays(self, result: Result, speak: Speaker) -> Iterator[str]:
        cost = {"cost": speak("yearly_cost"), "hours": speak("presence.hours")}
        if not result.options:
            yield _("Nothing is opened, so nothing has to pay for itself.")
            return
        cost["networks"] = locale.listing([self._tables.name("network", n) for n in result.options])
        if "pays_from" not in result or "turnover_needed" not in result:
            sentence = _(
                "For {networks} a year costs {cost}, {hours} a week counted at their wage, and no "
                "sale leaves anything to pay it with."
            )
            yield sentence.format(**cost)
            return
        sentence = _(
            "For {networks} a year costs {cost}, {hours} a week counted at their wage. It pays "
            "from {customers} on, that is {turnover} of turnover, of which {margin} stays."
        )
        yield sentence.format(
            **cost,
            customers=speak.plural(
                "{number} more customer", "{number} more customers", "pays_from"
            ),
            turnover=speak("turnover_needed"),
            margin=speak("margin"),
        )
        if "accepted" in result:
            sentence = _(
                "Selling is not the first aim here: the verdict asks what a year of it may cost, "
                "and you said {accepted}. By customers alone:"
            )
            yield sentence.format(accepted=speak("accepted"))
        yield trial_sentence(result, speak)
        if "needed_visits" in result:
            sentence = _(
                "Visits alone would have to be {needed} a year, if {rate} of them end with a "
                "customer; links in the posts bring about {links}."
            )
            yield sentence.format(
                needed=speak("needed_visits"),
                rate=speak("visit_to_customer"),
                links=speak("link_visits"),
            )
