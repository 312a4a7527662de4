"""Profit of ads by budget, the leads that come and the leads that are called."""

from collections.abc import Sequence

from helpers.data.tables import NONE, Tables
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class AdsView(CurveView):
    """Two panels over the budget: profit with its zero line, leads with what we can call."""

    panel_height = 250

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        medium = result.facts["medium"]
        # Search ads lead to the site, so they have the colour of having no network.
        colour = self._tables.colour(medium if medium in self._tables.network_keys else NONE)
        budget, profit = result.value("budget"), result.value("profit")
        low, high = min(curve.lines["profit"]), max(curve.lines["profit"])
        most = max(*curve.lines["leads"], 1.0)
        x_end = curve.x[-1]
        return [
            Panel(
                title=_("Profit of a month's ads, euros"),
                x_label=_("euros for ads a month"),
                x_end=x_end,
                y_start=-nice_limit(max(-low, 0.08 * high) * 1.1),
                y_end=nice_limit(max(high, -0.25 * low) * 1.15),
                lines=(Line("", curve.x, curve.lines["profit"], colour),),
                here=(budget, profit),
                here_label=_("you"),
            ),
            Panel(
                title=_("Leads a month"),
                x_label=_("euros for ads a month"),
                x_end=x_end,
                y_end=nice_limit(1.15 * most),
                lines=(
                    Line(_("come"), curve.x, curve.lines["leads"], palette.SHARED),
                    Line(_("are called"), curve.x, curve.lines["handled"], colour),
                ),
                limits=self._capacity(result, most),
                here=(budget, result.value("handled")),
            ),
        ]

    @staticmethod
    def _capacity(result: Result, most: float) -> tuple[Limit, ...]:
        capacity = result.value("capacity")
        if capacity > 1.1 * most:
            return ()
        return (Limit(_("what we can call"), capacity),)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "budget": speak("budget"),
            "leads": speak.plural("{number} lead", "{number} leads", "leads"),
            "handled": speak("handled"),
            "wasted": speak("wasted"),
            "size": speak("size"),
            "extra": speak.plural("{number} more customer", "{number} more customers", "extra"),
        }
        few = "none_comes" in result
        if few:
            fields["none"] = speak("none_comes")
        if not result.value("budget"):
            headline = _("No ads, no costs: by themselves come {leads} a month.")
        elif not round(result.value("profit")):
            headline = _("{budget} a month brings {extra} and just pays for itself.")
            if few:
                headline = _(
                    "{budget} a month: {none} times it brings nobody more; on average it just pays "
                    "for itself."
                )
        elif result.value("profit") > 0:
            headline = _("{budget} a month brings {extra} and leaves {size} after the ads.")
            if few:
                headline = _(
                    "{budget} a month: {none} times it brings nobody more, yet on average {size} "
                    "are left after the ads."
                )
        else:
            headline = _("{budget} a month brings {extra}, and that is {size} too little.")
            if few:
                headline = _(
                    "{budget} a month: {none} times it brings nobody more, and on average {size} "
                    "are lost."
                )
        table = self._table(result, speak)
        alt = _(
            "Two line charts over the monthly budget. Above: the profit, at {budget} a month it "
            "is marked. Below: {leads} a month, of which we call {handled}. The table holds the "
            "same euros in every medium."
        ).format(**fields)
        remarks = self._remarks(result, speak, fields)
        return speak.words(headline.format(**fields), table, alt, remarks)

    def _remarks(self, result: Result, speak: Speaker, fields: dict[str, str]) -> list[str]:
        remarks = []
        if "none_comes" in result:
            remarks += self._likely(result, speak, fields)
        if result.value("wasted") >= 0.5:
            remarks.append(
                _("Never called: {wasted} of {leads} that come in a month.").format(**fields)
            )
        remarks += self._guesses(result, speak)
        if "break_even" in result:
            best = speak("best_budget")
            if "pays_from" in result:
                sentence = _(
                    "Budgets between {start} and {even} a month pay for themselves, most at {best}."
                )
                sentence = sentence.format(
                    start=speak("pays_from"), even=speak("break_even"), best=best
                )
            else:
                sentence = _("The ads pay up to {even} a month and earn most at {best}.")
                sentence = sentence.format(even=speak("break_even"), best=best)
            remarks.append(sentence)
        elif result.value("best_profit") <= 0:
            remarks.append(_("At no budget do these ads earn their money back."))
        if "pays_for" in result:
            remarks.append(
                speak.plural(
                    "One customer who would not have come anyway pays for {number} such month.",
                    "One customer who would not have come anyway pays for {number} such months.",
                    "pays_for",
                )
            )
        elif "needed" in result and result.value("budget"):
            remarks.append(
                speak.plural(
                    "To pay for itself, this budget needs {number} more customer than would come "
                    "anyway.",
                    "To pay for itself, this budget needs {number} more customers than would come "
                    "anyway.",
                    "needed",
                )
            )
        if result.value("budget"):
            remarks.append(self._after(speak))
        if not result.facts["ordered"]:
            remarks.append(
                _(
                    "Two judgements contradict each other: more money without limit must bring "
                    "more than half as much again does. The curve uses the nearest that can be."
                )
            )
        return remarks

    @staticmethod
    def _likely(result: Result, speak: Speaker, fields: dict[str, str]) -> list[str]:
        """Money as what happens in most months, not as a fraction of a customer."""
        if not result.value("likely.high"):
            return [
                _("Hardly a month brings anybody; on average that is {extra}.").format(**fields)
            ]
        if speak.alike("likely.worst", "likely.best"):
            return []
        sentence = speak.plural(
            "Most months bring {low} to {number} more customer and end between {worst} and {best}.",
            "Most months bring {low} to {number} more customers and end between {worst} and "
            "{best}.",
            "likely.high",
            low=speak("likely.low"),
            worst=speak("likely.worst"),
            best=speak("likely.best"),
        )
        return [sentence]

    def _guesses(self, result: Result, speak: Speaker) -> list[str]:
        """What has no source and moves the headline, with the value at which it turns."""
        if "quality_pays" not in result:
            return []
        medium = result.facts["medium"]
        fields = {"quality": speak(f"{medium}.quality"), "pays": speak("quality_pays")}
        sentence = _(
            "No source says how many of these leads buy; we guess {quality} of your usual share. "
            "The ads pay from about {pays} on."
        )
        if result.value("quality_pays") > 1:
            sentence = _(
                "No source says how many of these leads buy; we guess {quality} of your usual "
                "share. Even if they bought like your usual leads, the ads would not pay."
            )
        remarks = [sentence.format(**fields)]
        if "quality_first" in result and result.value("quality_first") >= 0.005:
            remarks.append(self._rival(result, speak))
        return remarks

    def _rival(self, result: Result, speak: Speaker) -> str:
        """The best of the other media, and the quality of our leads at which that turns."""
        medium, rival = result.facts["medium"], result.facts["rival"]
        turn = result.value("quality_first")
        if speak.alike(f"{medium}.profit", f"{rival}.profit"):
            sentence = _("{rival} would bring as much for the same euros.")
        elif turn <= result.value(f"{medium}.quality"):
            sentence = _(
                "{rival} would bring less, as long as these leads reach more than {turn} of your "
                "usual share."
            )
        elif turn <= 1:
            sentence = _(
                "{rival} would bring more for the same euros, unless these leads reached {turn} of "
                "your usual share."
            )
        else:
            sentence = _(
                "{rival} would bring more for the same euros, however good these leads were."
            )
        return sentence.format(
            rival=self._tables.name("medium", rival), turn=speak("quality_first")
        )

    @staticmethod
    def _after(speak: Speaker) -> str:
        sentence = _(
            "When the money ends, {one} of the effect is left a week later, {two} after two."
        )
        return sentence.format(one=speak("left_one"), two=speak("left_two"))

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = [
            (
                self._tables.name("medium", medium),
                speak.bare(f"{medium}.leads"),
                speak.bare(f"{medium}.quality"),
                speak.bare(f"{medium}.customers"),
                speak(f"{medium}.none") if f"{medium}.none" in result else "–",
                speak.bare(f"{medium}.profit"),
            )
            for medium in self._tables.keys("medium")
        ]
        hours = _("Bought hours ({hours})").format(hours=speak("hours_bought"))
        rows.append((hours, *["–"] * 5))
        header = (
            _("The same euros in"),
            _("Leads"),
            _("Buy, against yours"),
            _("More customers"),
            _("Months with nobody"),
            _("Profit"),
        )
        caption = _(
            "Customers and profit on average, beyond a month without ads: each medium by its own "
            "rates and the quality of its leads, all judged alike; bought hours are a week"
        )
        return Table(caption, header, tuple(rows))
