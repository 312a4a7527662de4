"""What care and reputation take of the hours that there are, and the promise in print."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.data.tables import Tables
from helpers.models.care import CARE
from helpers.models.replies import TO_BE_ASKED
from helpers.models.result import Result
from helpers.views import sawtooth_remarks
from helpers.views.bars import Part
from helpers.views.gap import GapView
from helpers.views.gap_words import ADS, COMMON, FURTHER
from helpers.views.sawtooth_words import SawtoothWords
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

OURS = ("care", "reputation")


class CareGapView(GapView):
    """The two bars of hours in their compact form, the first made of care, posts and the rest."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables, compact=True)

    @staticmethod
    def _kinds(result: Result) -> list[str]:
        own = [key for key in OURS if f"printed.{key}" in result]
        shared = [key for key in (ADS, FURTHER) if key in result and result.value(key)]
        return [*own, COMMON, *shared]

    @staticmethod
    def _kind(key: str, short: bool, result: Result | None = None) -> str:
        if key in OURS:
            return {"care": _("care"), "reputation": _("reputation")}[key]
        return GapView._kind(key, short, result)

    def _work(self, result: Result) -> Iterator[Part]:
        """Care and reputation in the colour of work, what they have in common in grey."""
        colours = self._plane.colours
        kinds = (key for key in self._kinds(result))
        for key, part in zip(kinds, super()._work(result), strict=True):
            if key in OURS:
                yield replace(part, colour=colours["needed"], ink=colours["ground"])
            else:
                yield part

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        remarks, folded = list(self._said(result, speak)), []
        if self._spent(result):
            # Why nothing moves is asked first; what the other choice takes is folded then.
            remarks.insert(1, self._bound(result, speak))
            folded = remarks[2:-1]
            remarks = [*remarks[:2], remarks[-1]]
        if result.value("looking"):
            folded.append(self._looking(speak))
        return speak.words(
            self._claim_of_hours(result, speak),
            self._table(result, speak),
            self._alt(result, speak),
            remarks,
            folded,
        )

    @staticmethod
    def _spent(result: Result) -> bool:
        """Whether looks beyond the second would keep no more of what the gaps break."""
        if "in_time" not in result or not result.value("messages"):
            return False
        return result.facts["looks_spent"] and result.value("lost_to_gaps") > 0

    @staticmethod
    def _bound(result: Result, speak: Speaker) -> str:
        """Which gap is left as it is by more than two looks a day."""
        key = "longest_counted" if "longest_counted" in result else "longest"
        return _(
            "A second look a day keeps more promises, further ones hardly any: the gap of "
            "{longest} stays, and all share the same minutes."
        ).format(longest=speak(key))

    @staticmethod
    def _claim_of_hours(result: Result, speak: Speaker) -> str:
        """What the choice takes of the hours that there are; where nobody answers, that instead."""
        if result.options and result.facts["idle"]:
            return CareGapView._silence(result, speak)
        verdict = result.facts["verdict"]
        said = {
            "short": _(
                "Care and reputation take {required} a week and you have {available}: {missing} "
                "are missing."
            ),
            "borderline": _(
                "Care and reputation take {required} a week and you have {available}: too close "
                "to call, so count for six weeks."
            ),
            "enough": _(
                "Care and reputation take {required} a week and you have {available}: {missing} "
                "to spare."
            ),
        }[verdict]
        if result.facts["choice"] == CARE:
            said = {
                "short": _(
                    "Care alone takes {required} a week and you have {available}: {missing} are "
                    "missing."
                ),
                "borderline": _(
                    "Care alone takes {required} a week and you have {available}: too close to "
                    "call, as only {enough} plausible estimates are covered."
                ),
                "enough": _(
                    "Care alone takes {required} a week and you have {available}: {missing} to "
                    "spare."
                ),
            }[verdict]
        if not result.options:
            said = _("With no network there is nobody to answer; you have {available} a week.")
        fields = {key: speak(key) for key in ("required", "available", "missing")}
        fields["enough"] = speak("care_enough")
        return said.format(**fields)

    @staticmethod
    def _silence(result: Result, speak: Speaker) -> str:
        """No day or no minutes to answer: hours that fit would be no good news."""
        nobody = not result.facts["looks"]
        if not result.value("messages"):
            if nobody:
                return _("Nobody looks: a first message would stay unanswered, whatever the hours.")
            return _(
                "Nobody has time to answer: a first message would stay unanswered, whatever the "
                "hours."
            )
        if nobody:
            return speak.plural(
                "Nobody looks: {number} message a week stays unanswered, whatever the hours.",
                "Nobody looks: {number} messages a week stay unanswered, whatever the hours.",
                "messages",
            )
        return speak.plural(
            "Nobody has time to answer: {number} message a week stays unanswered, whatever the "
            "hours.",
            "Nobody has time to answer: {number} messages a week stay unanswered, whatever the "
            "hours.",
            "messages",
        )

    def _said(self, result: Result, speak: Speaker) -> Iterator[str]:
        yield self._printed(result, speak)
        if result.options and result.facts["idle"]:
            # Neither what care would take nor who stands in: nobody answers at all.
            return
        if result.options:
            yield self._other(result, speak)
        yield self._away(result, speak)

    @staticmethod
    def _printed(result: Result, speak: Speaker) -> str:
        """The promise as it would stand on the page, and how often it would be kept."""
        if not result.value("messages"):
            return SawtoothWords.unasked(result, speak)
        if "in_time" not in result:
            if not result.facts["looks"]:
                return _("Print no promise: on no day does anybody look.")
            if result.facts["idle"]:
                return _("Print no promise: nobody has time to answer.")
            return _("Print no promise yet: the messages do not fit into the time to answer.")
        days = locale.weekdays()
        count = round(result.value("days"))
        sentence = _(
            "In print: “We answer within {promise}.” You keep it for {kept}, wherever they write."
        )
        if result.facts["states_hours"]:
            sentence = _(
                "In print: “We answer from {first} to {last}, within {promise}.” Kept for {kept}, "
                "wherever they write; the average wait stays {wait}."
            )
            if count == 1:
                sentence = _(
                    "In print: “We answer on {first}, within {promise}.” Kept for {kept}, wherever "
                    "they write; the average wait stays {wait}."
                )
        return sentence.format(
            first=days[0],
            last=days[count - 1],
            promise=speak("promise"),
            kept=speak("in_time"),
            wait=speak("wait"),
        )

    @staticmethod
    def _other(result: Result, speak: Speaker) -> str:
        """What the other choice would take."""
        if result.facts["choice"] == CARE:
            said = _("Posts would take {reputation} a week more, and who posts gets more mail.")
            return said.format(reputation=speak("reputation"))
        said = {
            1: _("Care alone would take {care}: {missing} would still be missing."),
            0: _("Care alone would take {care}: just what there is."),
            -1: _("Care alone would take {care} and leave {missing}."),
        }[result.facts["care_over"]]
        if result.facts["care_verdict"] == "borderline":
            said = _(
                "Care alone would take {care}. That just fits on average and covers {enough} "
                "plausible estimates: a trial, no promise."
            )
            if result.facts["care_over"] > 0:
                said = _(
                    "Care alone would take {care}: {missing} would still be missing on average, "
                    "but that is too close to call."
                )
        return said.format(
            care=speak("care_alone"),
            missing=speak("care_missing"),
            enough=speak("care_enough"),
        )

    @staticmethod
    def _looking(speak: Speaker) -> str:
        """What moves where somebody looks oftener: reading and answers are counted by the week."""
        return speak.plural(
            "Reading and answers are counted by the week. Looking comes on top of these hours: "
            "{minutes} for {number} look.",
            "Reading and answers are counted by the week. Looking comes on top of these hours: "
            "{minutes} for {number} looks.",
            "looks_a_week",
            minutes=speak("looking"),
        )

    def _away(self, result: Result, speak: Speaker) -> str:
        """Who answers when the first is away, and whether the promise may be printed."""
        away = self._stand_in(result, speak)
        if "in_time" not in result or not result.value("messages"):
            return away
        name, said = (
            result.facts["stand_in"],
            sawtooth_remarks.printable(result, speak, beside=True),
        )
        if not name or result.facts["alone"]:
            said = _("Do not print this promise without a second name.")
        elif name == TO_BE_ASKED and sawtooth_remarks.may_print(result):
            said = _("Ask before you print this promise.")
        elif sawtooth_remarks.may_print(result) and self._unpaid(result):
            said = _("Count these hours, looking's too, before you print this promise.")
            if result.facts["verdict"] == "short":
                said = _("Find the missing hours before you print this promise.")
        return _("{away} {said}").format(away=away, said=said)

    @staticmethod
    def _unpaid(result: Result) -> bool:
        """Whether the hours that there are may not cover the promise, looking's minutes too."""
        with_looking = result.value("gap") + result.value("looking") / 60
        return result.facts["verdict"] != "enough" or with_looking > 0

    @staticmethod
    def _stand_in(result: Result, speak: Speaker) -> str:
        """Who answers when the first is away; with nobody, everything of that week waits."""
        name = result.facts["stand_in"]
        if name == TO_BE_ASKED:
            return _("When the first is away, somebody answers who is still to be asked.")
        if result.facts["alone"]:
            return _(
                "{name} is the first to answer. Name somebody else for the other days."
            ).format(name=name)
        if name:
            return _("When the first is away, {name} answers.").format(name=name)
        if not result.value("messages"):
            return _("When the first is away, nobody answers.")
        return speak.plural(
            "When the first is away, nobody answers: {number} message a week stays unanswered.",
            "When the first is away, nobody answers: {number} messages a week stay unanswered.",
            "messages",
        )

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        parts = [
            _("{kind} {hours}").format(
                kind=self._kind(key, False, result), hours=speak(f"printed.{key}")
            )
            for key in self._kinds(result)
        ]
        said = _(
            "Bar chart of hours a week. The first bar, {required} (likely {low} to {high}), is "
            "made of {parts}. The second, the hours of each person, is {available}: {missing}."
        )
        missing = _("{missing} missing, hatched")
        if result.value("gap") <= 0:
            missing = _("{missing} to spare, in green")
            if result.facts["verdict"] != "enough":
                missing = _("{missing} over, in grey: too close to call")
        return said.format(
            required=speak("required"),
            low=speak("band_low"),
            high=speak("band_high"),
            parts=locale.listing(parts),
            available=speak("available"),
            missing=missing.format(missing=speak("missing")),
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        within = _("Answered within {promise} of writing").format(promise=speak("promise"))
        rows = [(_("Messages a week, from everywhere"), speak.bare("messages"))]
        rows += [
            (self._kind(key, False, result), speak(f"printed.{key}")) for key in self._kinds(result)
        ]
        rows += [(_("Required, a week"), speak("required"))]
        rows += [(_("Available, a week"), speak("available"))]
        for key, label in (
            ("in_time", _("Answered within the promise")),
            ("on_the_clock", within),
            ("wait", _("Average wait")),
            ("load", _("Answering time used")),
            ("looking", _("Looking alone, a week, on top")),
        ):
            if key == "on_the_clock" and not result.facts["states_hours"]:
                continue
            met = key in result and (key in ("load", "looking") or result.value("messages"))
            rows.append((label, speak(key) if met else "–"))
        return Table(_("Your answers and their hours"), (_("What"), _("Figure")), tuple(rows))
