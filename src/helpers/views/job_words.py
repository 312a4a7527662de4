"""A group in words: what it takes from us, what members give each other, and where that turns."""

from collections.abc import Iterator

from helpers.models import groups
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words.locale import _

ALWAYS = ("alive", "reading", "answering")
"""Work that is told even where there is none of it."""
HALF = 0.5
"""Above this share of the readings most of them agree."""
FEW_READINGS = 0.05
"""A smaller share of them prints as less than one in ten."""


def people(speak: Speaker, key: str) -> str:
    """Members as a sentence counts them."""
    return speak.plural("{number} member", "{number} members", key)


def is_help(result: Result) -> bool:
    """Whether members give each other more than the group takes."""
    return result.value("given") > result.value("moderation")


def is_disputed(result: Result) -> bool:
    """Whether most plausible readings, as printed, say the other of job and help.

    That is so near the turn alone: there it cannot be told, and that is what is said.
    """
    job = round(result.value("job"), 1)
    there_is = result.facts["kind"] != groups.NONE and result.value("group_members")
    return bool(there_is) and (job > HALF if is_help(result) else job < HALF)


def between(result: Result, speak: Speaker) -> str:
    """Between which sizes the middle eight of ten readings have their border, or how few do."""
    if "turns_low" not in result:
        said = _("in at most one of ten readings the border lies below {far}")
        return said.format(far=people(speak, "far"))
    low = people(speak, "turns_low")
    if "turns_high" not in result:
        said = _(
            "in one of ten readings the border lies below {low}; in at least one there is none"
        )
        return said.format(low=low)
    said = _("in eight of ten readings the border lies between {low} and {high}")
    return said.format(low=speak.bare("turns_low"), high=people(speak, "turns_high"))


def in_short(result: Result) -> str:
    """The same where there is little room."""
    far, low, high = (
        bare(result[key]) if key in result else "" for key in ("far", "turns_low", "turns_high")
    )
    if not low:
        return _("at most 1 of 10 readings: below {far}").format(far=far)
    if not high:
        return _("1 of 10 readings: below {low}").format(low=low)
    return _("8 of 10 readings: {low} to {high}").format(low=low, high=high)


class JobWords:
    """What the picture of job and help says."""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks, folded = list(self._remarks(result, speak)), list(self._lacking(result, speak))
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks, folded)

    @staticmethod
    def _headline(result: Result, speak: Speaker) -> str:
        fields = {"hours": speak("moderation")}
        if result.facts["kind"] == groups.NONE:
            return _("No group: it takes no hours, and nobody waits in it for an answer.")
        if not result.value("group_members"):
            said = _("A group without members takes {hours} a week already: somebody keeps it up.")
            return said.format(**fields)
        fields |= {"members": people(speak, "group_members"), "given": speak("given")}
        if is_disputed(result):
            said = _(
                "{members} take {hours} a week from us and give each other {given}: who gives "
                "more is too close to call."
            )
        elif is_help(result):
            said = _(
                "{members} give each other {given} of answers a week, more than the {hours} that "
                "the group takes from us."
            )
            if speak.alike("given", "moderation"):
                said = _(
                    "{members} give each other as much as the group takes from us: {hours} a week."
                )
        elif "turns" in result:
            fields["turns"] = speak.bare("turns")
            said = _(
                "{members} take {hours} a week from us; only from about {turns} on do members give "
                "each other more than their group takes."
            )
        else:
            fields["far"] = people(speak, "far")
            said = _(
                "{members} take {hours} a week from us, and up to {far} never give each other "
                "more than their group takes."
            )
        return said.format(**fields)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if result.facts["kind"] == groups.NONE:
            return
        if result.value("group_members") and result.value("questions"):
            yield self._questions(result, speak)
        if result.value("group_members"):
            yield from self._sure(result, speak)
        if is_help(result) and not is_disputed(result):
            said = _(
                "It still takes {hours} a week from us. It saves us work only if people would "
                "have asked us more than {share} of its questions."
            )
            yield said.format(hours=speak("moderation"), share=speak("saves_from"))
        yield from self._hours(result, speak)

    @staticmethod
    def _questions(result: Result, speak: Speaker) -> str:
        return speak.plural(
            "Of {number} question a week members answer {answered}, and {left} are left to us.",
            "Of {number} questions a week members answer {answered}, and {left} are left to us.",
            "questions",
            answered=speak("answered"),
            left=speak("left"),
        )

    @staticmethod
    def _sure(result: Result, speak: Speaker) -> Iterator[str]:
        """Where readings have the border, and how many of them call this group our job."""
        yield _("Our guesses are rough: {between}.").format(between=between(result, speak))
        job = result.value("job")
        said = _("Readings of our guesses in which this group is our job: {job}.")
        if job < FEW_READINGS:
            said = _("In hardly any reading of our guesses is this group our job.")
        elif job > 1 - FEW_READINGS:
            said = _("In nearly every reading of our guesses this group is our job.")
        yield said.format(job=speak("job"))

    @staticmethod
    def _hours(result: Result, speak: Speaker) -> Iterator[str]:
        """What the firm's hours would carry."""
        if not result.value("available_hours"):
            yield _("Nobody has promised an hour for a group yet.")
            return
        if result.value("lacking_hours"):
            return
        fields = {"firm": result.facts["firm"], "spare": speak("spare_hours")}
        said = _("{firm}: {spare} a week are left for it, too little even for a small one.")
        if "carried" in result:
            said = _("{firm}: {spare} a week are left for it, enough for up to {members}.")
            fields["members"] = people(speak, "carried")
        yield said.format(**fields)

    @staticmethod
    def _lacking(result: Result, speak: Speaker) -> Iterator[str]:
        """That no hour is left for any group: the same of each, so it is told on demand."""
        there = result.facts["kind"] != groups.NONE and result.value("available_hours")
        if there and result.value("lacking_hours"):
            said = _("{firm}: the plan lacks {lacking} already, so no hour is left for a group.")
            yield said.format(firm=result.facts["firm"], lacking=speak("lacking_hours"))

    @staticmethod
    def _table(result: Result, speak: Speaker) -> Table:
        names = {
            "alive": _("Keeping it alive"),
            "reading": _("Reading what members write"),
            "answering": _("Answering what nobody else answers"),
            "strangers": _("Reading what strangers write"),
            "requests": _("Checking who wants to join"),
        }
        rows = [
            (names[key], speak.bare(f"printed.{key}"))
            for key in groups.WORK
            if result.value(key) or key in ALWAYS
        ]
        rows.append((_("All that it takes from us"), speak.bare("moderation")))
        rows.append((_("Answers that members give each other"), speak.bare("given")))
        return Table(_("Hours a week"), (_("Work"), _("Hours a week")), tuple(rows))

    @staticmethod
    def _alt(result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        said = [
            _(
                "Two lines over the members of a group, in hours a week. At {members} the red one, "
                "what it takes from us, is at {hours}; the dashed green one, what members give "
                "each other, at {given}. Of {asked} a week {left} are left to us."
            ).format(
                members=people(speak, "group_members"),
                hours=speak("moderation"),
                given=speak("given"),
                asked=speak.plural("{number} question", "{number} questions", "questions"),
                left=speak("left"),
            )
        ]
        if "small_group_members" in result:
            small = _("Two smaller dots stand at {members}.")
            said.append(small.format(members=people(speak, "small_group_members")))
        crossing = _("The lines do not cross up to {far}.").format(far=people(speak, "far"))
        if "turns" in result:
            crossing = _("The lines cross at about {turns}.").format(turns=people(speak, "turns"))
        said.append(crossing)
        if is_disputed(result):
            said.append(
                _("The green is hatched: most readings say that we give more.")
                if is_help(result)
                else _("The red is hatched: most readings say that members give more.")
            )
        bar = _(
            "A bar below them says: {between}. Red means that we give more, green that members do."
        )
        said.append(bar.format(between=between(result, speak)))
        return " ".join(said)
