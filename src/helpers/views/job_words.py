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


def people(speak: Speaker, key: str) -> str:
    """Members as a sentence counts them."""
    return speak.plural("{number} member", "{number} members", key)


def is_help(result: Result) -> bool:
    """Whether members give each other more than the group takes."""
    return result.value("given") > result.value("moderation")


def is_disputed(result: Result) -> bool:
    """Whether most plausible readings, as printed, say the other of job and help."""
    job = round(result.value("job"), 1)
    there_is = result.facts["kind"] != groups.NONE and result.value("group_members")
    return bool(there_is) and (job > HALF if is_help(result) else job < HALF)


def between(result: Result, speak: Speaker) -> str:
    """Between which sizes eight of ten readings say that it turns."""
    if "turns_low" not in result:
        return _("it hardly turns below {far}").format(far=people(speak, "far"))
    if "turns_high" not in result:
        said = _("it may turn anywhere from {low} to never")
        return said.format(low=people(speak, "turns_low"))
    said = _("it may turn anywhere from {low} to {high}")
    return said.format(low=speak.bare("turns_low"), high=people(speak, "turns_high"))


def in_short(result: Result) -> str:
    """The same where there is little room."""
    far, low, high = (
        bare(result[key]) if key in result else "" for key in ("far", "turns_low", "turns_high")
    )
    if not low:
        return _("it hardly turns below {far}").format(far=far)
    if not high:
        return _("it may turn from {low} to never").format(low=low)
    return _("it may turn from {low} to {high}").format(low=low, high=high)


class JobWords:
    """What the picture of job and help says."""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = list(self._remarks(result, speak))
        return speak.words(headline, self._table(result, speak), self._alt(result, speak), remarks)

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
            said = JobWords._disputed(result, speak)
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

    @staticmethod
    def _disputed(result: Result, speak: Speaker) -> str:
        """The headline where our usual figures say one thing and most readings the other."""
        if not is_help(result):
            return _(
                "On our usual figures {members} take {hours} a week from us and give {given}, but "
                "most readings call it a help."
            )
        if speak.alike("given", "moderation"):
            return _(
                "On our usual figures {members} give each other as much as the group takes "
                "({hours}), but most readings call it a job."
            )
        return _(
            "On our usual figures {members} give each other {given} a week and take {hours}, but "
            "most readings call it a job."
        )

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if result.facts["kind"] == groups.NONE:
            return
        if result.value("group_members") and result.value("questions"):
            yield self._questions(result, speak)
        if result.value("group_members"):
            said = _("But {between}: {job} plausible readings call this group a job, not a help.")
            if is_disputed(result):  # the headline has said "but"
                said = _("For {between}: {job} plausible readings call this group a job.")
            yield said.format(between=between(result, speak), job=speak("job"))
        yield self._hours(result, speak)

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
    def _hours(result: Result, speak: Speaker) -> str:
        """What the firm's hours would carry."""
        if not result.value("available_hours"):
            return _("Nobody has promised an hour for a group yet.")
        firm = result.facts["firm"]
        if result.value("lacking_hours"):
            said = _("{firm}: the plan lacks {lacking} already, so no hour is left for a group.")
            said = said.format(firm=firm, lacking=speak("lacking_hours"))
            if "carried_alone" in result:
                alone = _("Without any network the hours would carry about {members}.")
                said += " " + alone.format(members=people(speak, "carried_alone"))
            return said
        fields = {"firm": firm, "spare": speak("spare_hours")}
        if "carried" not in result:
            said = _("{firm}: {spare} a week are left for it, too little even for a small group.")
            return said.format(**fields)
        said = _("{firm}: {spare} a week are left for it, enough for up to {members}.")
        return said.format(members=people(speak, "carried"), **fields)

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
        crossing = _("The lines do not cross up to {far}.").format(far=people(speak, "far"))
        if "turns" in result:
            crossing = _("The lines cross at about {turns}.").format(turns=people(speak, "turns"))
        said.append(crossing)
        if is_disputed(result):
            said.append(
                _("The green is hatched: most readings call this group a job.")
                if is_help(result)
                else _("The red is hatched: most readings call this group a help.")
            )
        said.append(_("A bar below them says: {between}.").format(between=between(result, speak)))
        return " ".join(said)
