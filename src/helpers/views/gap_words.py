"""Resource gap in words: the claim, its remarks, the figures by network and person."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.company_plan import SOMEBODY
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _, plural

COMMON = "common"
ADS = "ads"
FURTHER = "further"
PRINTS = 0.05
"""Fewer hours print as nought."""


class GapWords:
    """What the picture of the gap says; by kind of work it shows, by network the table tells."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        level = self._tables.name("level", result.facts["level"])
        fields = {
            "level": level,
            "required": speak("required"),
            "available": speak("available"),
            "missing": speak("missing"),
            "coverage": speak("coverage"),
        }
        count = len(result.options)
        if not count and FURTHER not in result:
            headline = _("With no network, {available} a week are free for website and search.")
        elif result.facts["verdict"] == "short":
            headline = plural(
                "This network takes {required} a week and you have {available}: "
                "{missing} are missing.",
                "These networks take {required} a week and you have {available}: "
                "{missing} are missing.",
                count,
            )
        elif result.facts["verdict"] == "borderline":
            headline = _(
                "{required} needed, {available} there: too close to call, "
                "so run six weeks and measure the minutes."
            )
        else:
            headline = plural(
                "This network takes {required} a week and you have {available}: "
                "{missing} to spare.",
                "These networks take {required} a week and you have {available}: "
                "{missing} to spare.",
                count,
            )
        remarks = self._remarks(result, speak)
        table = self._table(result, speak)
        alt = self._alt(result, speak)
        return speak.words(headline.format(**fields), table, alt, remarks)

    @staticmethod
    def _alt(result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        takes = _("Bar chart of hours a week. The first bar is empty: no network, no work.")
        if result.value("required"):
            takes = _(
                "Bar chart of hours a week. The first bar, {required} (likely {low} to {high}), is "
                "made of making {making}, listening {listening}, answering {answering}, planning "
                "{planning}, meeting and other work in common {common}."
            )
        takes = takes.format(
            required=speak("required"),
            low=speak("band_low"),
            high=speak("band_high"),
            making=speak("work.making"),
            listening=speak("work.listening"),
            answering=speak("work.answering"),
            planning=speak("work.planning"),
            common=speak(COMMON),
        )
        said = [takes]
        if result.value(ADS):
            said.append(_("Running the ads takes {hours}.").format(hours=speak(ADS)))
        if FURTHER in result:
            said.append(_("Further work takes {hours}.").format(hours=speak(FURTHER)))
        there = _("The second bar, the hours of each person, is as long: {available}.")
        if result.value("gap") > 0:
            there = _(
                "The second bar, the hours of each person, is {available}, and {missing} are "
                "hatched as missing."
            )
        elif result.value("gap") < 0:
            there = _(
                "The second bar, the hours of each person, is {available}, of which {missing} are "
                "green: to spare."
            )
        said.append(there.format(available=speak("available"), missing=speak("missing")))
        said.append(_("The table below tells the hours by network and person."))
        return " ".join(said)

    def _person(self, name: str) -> str:
        """Somebody by name; whom an action brings in, and who is still to be found, in words."""
        if name in self._tables.actions.index:
            return _(self._tables.actions.at[name, "short"])
        return _("Somebody") if name == SOMEBODY else name

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        if result.options:
            remarks.append(
                _(
                    "Likely between {low} and {high} a week; your hours cover {enough} plausible "
                    "weeks."
                ).format(low=speak("band_low"), high=speak("band_high"), enough=speak("enough"))
            )
        leader = result.facts["leader"]
        if leader and result.facts["absent"] is None and result.options:
            remarks.append(
                _(
                    "If “{person}” is away, {available} remain: {coverage} of what is needed."
                ).format(
                    person=self._person(leader),
                    available=speak("available_without"),
                    coverage=speak("coverage_without"),
                )
            )
        remarks += self._cash(result, speak)
        if result.value(ADS):
            sentence = _("To set up the ads, to watch and to stop them takes {hours} a week.")
            remarks.append(sentence.format(hours=speak(ADS)))
        named = [self._further(kind, result, speak) for kind in result.facts[FURTHER]]
        if named:
            remarks.append(
                _("Further work from your choices: {list}.").format(list=locale.listing(named))
            )
        if not result.facts["people"]:
            remarks.append(_("Nobody has promised any hours yet."))
        return remarks

    def _further(self, kind: str, result: Result, speak: Speaker) -> str:
        """A kind of further work with its hours; not as nought what is there."""
        key, work = f"{FURTHER}.{kind}", self._tables.name("work", kind)
        if 0 < result.value(key) < PRINTS:
            return _("{work} (a few minutes)").format(work=work)
        return _("{work} ({hours})").format(work=work, hours=speak(key))

    @staticmethod
    def _cash(result: Result, speak: Speaker) -> Iterator[str]:
        """The euros, which the picture leaves to the words."""
        if not result.value("euros_required"):
            return
        sentence = _("In cash {needed} of {cash} a month are needed.")
        if result.value("euros_gap") > 0:
            sentence = _(
                "In cash, {missing} a month are missing: {needed} are needed, {cash} are there."
            )
        yield sentence.format(
            needed=speak("euros_required"),
            cash=speak("euros_available"),
            missing=speak("euros_missing"),
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        bare = speak.bare
        rows = [
            (
                self._tables.name("network", network),
                bare(f"{network}.in_set"),
                bare(f"{network}.alone"),
                bare(f"{network}.messages"),
                bare(f"{network}.euros"),
            )
            for network in result.options
        ]
        rows.append((_("Meeting, other"), bare(COMMON), "–", "–", "–"))
        if result.value(ADS):
            rows.append((_("Running the ads"), bare(ADS), "–", "–", "–"))
        if FURTHER in result:
            rows.append((_("Further work"), bare(FURTHER), "–", "–", bare(f"{FURTHER}.euros")))
        for key, label in (
            ("tool_euros", _("Tool for posting and measuring")),
            ("ads_euros", _("Ads")),
            ("bought_euros", _("Bought hours")),
        ):
            if result.value(key):
                rows.append((label, "–", "–", "–", bare(key)))
        rows.append((_("Required"), bare("required"), "–", "–", bare("euros_required")))
        for position, person in enumerate(result.facts["people"]):
            name = self._person(person)
            if position == result.facts["absent"]:
                name = _("{person} (away)").format(person=name)
            rows.append((name, bare(f"person{position}.available"), "–", "–", "–"))
        if result.value("bought"):
            rows.append((_("Bought outside"), bare("bought"), "–", "–", "–"))
        rows.append((_("Available"), bare("available"), "–", "–", bare("euros_available")))
        header = (_("What"), _("Hours"), _("Hours alone"), _("Messages"), _("Euros"))
        caption = _(
            "Hours and messages a week, euros a month; available hours are after leave and sickness"
        )
        return Table(caption, header, tuple(rows))
