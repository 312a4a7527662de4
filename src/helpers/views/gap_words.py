"""Resource gap in words: the claim, its remarks, the figures by network and person."""

from helpers.data.tables import Tables
from helpers.models.company_plan import SOMEBODY
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _, plural

COMMON = "common"
ADS = "ads"
FURTHER = "further"
GROUP = "moderation"
OWN_POSTS = "own_posts"
NAMED = 3
"""More networks than that are counted in a headline, not named."""
PRINTS = 0.05
"""Fewer hours print as nought."""


def group_alone(result: Result) -> bool:
    """Whether all the further work of a plan is looking after a group."""
    return FURTHER in result and tuple(result.facts[FURTHER]) == (GROUP,)


def own_posts_alone(result: Result) -> bool:
    """Whether all the further work of a plan is what people post under their own names."""
    return FURTHER in result and tuple(result.facts[FURTHER]) == (OWN_POSTS,)


def further_alone(result: Result) -> str:
    """What all the further work of a plan is, under a bar; '' where it is of several kinds."""
    if group_alone(result):
        return _("group")
    return _("own posts") if own_posts_alone(result) else ""


class GapWords:
    """What the picture of the gap says; by kind of work it shows, by network the table tells."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline, remarks = self._headline(result, speak), self._remarks(result, speak)
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks)

    def _headline(self, result: Result, speak: Speaker) -> str:
        """What is needed beside what there is, and what that leaves or lacks."""
        available, missing = speak("available"), speak("missing")
        if not result.options and FURTHER not in result:
            said = _("With no network, {available} a week are free for website and search.")
            return said.format(available=available)
        takes = self._takes(result, speak("required"))
        sentence = {
            "short": _("{takes} a week and you have {available}: {missing} are missing."),
            "borderline": self._borderline(),
            "enough": self._enough(),
        }[result.facts["verdict"]]
        if result.value("missing") < PRINTS and result.facts["verdict"] == "enough":
            sentence = _("{takes} a week and you have {available}: just enough.")
        return sentence.format(takes=takes, available=available, missing=missing)

    def _borderline(self) -> str:
        """The headline where hours that are there and those needed cannot be told apart."""
        return _(
            "{takes} a week and you have {available}: too close to call, so run six weeks and "
            "measure the minutes."
        )

    def _row_of_hours(self, result: Result) -> str:
        """What the row of the hours there are is called."""
        return _("Available")

    @staticmethod
    def _enough() -> str:
        """The headline where hours are to spare."""
        return _("{takes} a week and you have {available}: {missing} to spare.")

    def _takes(self, result: Result, required: str) -> str:
        """What takes the hours, up to ``NAMED`` networks by name; a headline begins with it."""
        count = len(result.options)
        if not count:
            return _("Without any network, your choices take {required}").format(required=required)
        if count > NAMED:
            said = _("These {count} networks take {required}")
            if group_alone(result):
                said = _("These {count} networks and the group take {required}")
            return said.format(count=locale.in_words(count), required=required)
        in_order = sorted(result.options, key=self._tables.network_keys.index)
        names = [self._tables.name("network", n) for n in in_order]
        if group_alone(result):
            return _("{things} take {required}").format(
                things=locale.listing([*names, _("the group")]), required=required
            )
        names = locale.listing(names)
        said = plural("{networks} takes {required}", "{networks} take {required}", count)
        return said.format(networks=names, required=required)

    @staticmethod
    def _likely_hours(result: Result) -> str:
        """How sure the hours are, and how often those that there are will do."""
        return _(
            "Likely between {low} and {high} a week; your hours cover {enough} plausible estimates."
        )

    @staticmethod
    def _made_of() -> str:
        """Of what the first bar is made."""
        return _(
            "Bar chart of hours a week. The first bar, {required} (likely {low} to {high}), is "
            "made of making {making}, listening {listening}, answering {answering}, planning "
            "{planning}, meeting and other work in common {common}."
        )

    @staticmethod
    def _over(result: Result) -> str:
        """What is drawn at hours beyond those that are needed."""
        if result.facts["verdict"] != "enough":
            return _(
                "The second bar, the hours of each person, is {available}, of which {missing} "
                "are grey: more than needed, and too close to call."
            )
        return _(
            "The second bar, the hours of each person, is {available}, of which {missing} are "
            "green: to spare."
        )

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        takes = _("Bar chart of hours a week. The first bar is empty: no network, no work.")
        if result.value("required"):
            takes = self._made_of()
        takes = takes.format(
            required=speak("required"),
            low=speak("band_low"),
            high=speak("band_high"),
            making=speak("printed.work.making"),
            listening=speak("printed.work.listening"),
            answering=speak("printed.work.answering"),
            planning=speak("printed.work.planning"),
            common=speak(f"printed.{COMMON}"),
        )
        said = [takes]
        if result.value(ADS):
            said.append(_("Running the ads takes {hours}.").format(hours=speak(f"printed.{ADS}")))
        if FURTHER in result:
            further = _("Further work takes {hours}.")
            if group_alone(result):
                further = _("The group takes {hours}.")
            if own_posts_alone(result):
                further = _("Posts of our people take {hours}.")
            said.append(further.format(hours=speak(f"printed.{FURTHER}")))
        there = _("The second bar, the hours of each person, is as long: {available}.")
        if result.value("gap") > 0:
            there = _(
                "The second bar, the hours of each person, is {available}, and {missing} are "
                "hatched as missing."
            )
        elif result.value("gap") < 0:
            there = self._over(result)
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
                self._likely_hours(result).format(
                    low=speak("band_low"), high=speak("band_high"), enough=speak("enough")
                )
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
        remarks += self.cash(result, speak)
        if result.value(ADS):
            sentence = _("To set up the ads, to watch and to stop them takes {hours} a week.")
            remarks.append(sentence.format(hours=speak(f"printed.{ADS}")))
        named = [self._further(kind, result, speak) for kind in result.facts[FURTHER]]
        if group_alone(result):
            remarks.append(
                _("The group takes {hours} of these hours.").format(
                    hours=speak(f"printed.{FURTHER}.moderation")
                )
            )
        elif named:
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
        return _("{work} ({hours})").format(work=work, hours=speak(f"printed.{key}"))

    @staticmethod
    def cash(result: Result, speak: Speaker) -> list[str]:
        """The euros, which the picture leaves to the words: a sentence, or none."""
        if not result.value("euros_required"):
            return []
        sentence = _("In cash {needed} of {cash} a month are needed.")
        if result.value("euros_gap") > 0:
            sentence = _(
                "In cash, {missing} a month are missing: {needed} are needed, {cash} are there."
            )
        said = sentence.format(
            needed=speak("euros_required"),
            cash=speak("euros_available"),
            missing=speak("euros_missing"),
        )
        return [said]

    def _table(self, result: Result, speak: Speaker) -> Table:
        bare = speak.bare
        rows = [
            (
                self._tables.name("network", network),
                bare(f"printed.{network}.in_set"),
                bare(f"{network}.alone"),
                bare(f"{network}.messages"),
                bare(f"{network}.euros"),
            )
            for network in result.options
        ]
        rows.append((_("Meeting, other"), bare(f"printed.{COMMON}"), "–", "–", "–"))
        if result.value(ADS):
            rows.append((_("Running the ads"), bare(f"printed.{ADS}"), "–", "–", "–"))
        if FURTHER in result:
            further = _("Looking after the group") if group_alone(result) else _("Further work")
            further = _("Posts of our people") if own_posts_alone(result) else further
            rows.append((further, bare(f"printed.{FURTHER}"), "–", "–", bare(f"{FURTHER}.euros")))
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
            rows.append((name, bare(f"printed.person{position}.available"), "–", "–", "–"))
        if result.value("bought"):
            rows.append((_("Bought outside"), bare("printed.bought"), "–", "–", "–"))
        rows.append(
            (self._row_of_hours(result), bare("available"), "–", "–", bare("euros_available"))
        )
        header = (_("What"), _("Hours"), _("Hours alone"), _("Messages"), _("Euros"))
        caption = _(
            "Hours and messages a week, euros a month; available hours are after leave and "
            "sickness. Hours alone: what a network would take as the only one, its meeting included"
        )
        if len(result.options) > 1:
            more = _(
                "{caption}. Together they adapt each other's ideas and meet once, which saves "
                "hours; keeping every pair of them in step takes some (in “Meeting, other”)"
            )
            caption = more.format(caption=caption)
        return Table(caption, header, tuple(rows))
