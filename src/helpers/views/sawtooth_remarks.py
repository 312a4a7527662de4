"""Beside the sawtooth of a week: what breaks the promises, and what saying the days changes."""

from collections.abc import Iterator

from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words.locale import _


def remarks(result: Result, speak: Speaker) -> Iterator[str]:
    """What stands under the headline, the first three seen; nothing while nobody writes."""
    if not result.value("messages"):
        return
    if result.facts["overloaded"]:
        if not result.facts["idle"]:
            yield _pile(speak)
            yield _looking(speak)
            yield _("Do not print this promise: the messages do not fit into the time to answer.")
        return
    yield _reason(result, speak)
    near_full, says_days = _near_full(result), result.facts["states_hours"]
    if near_full:
        yield _(
            "The answering time is nearly full: {load} of it is used. By a rule of thumb waits "
            "explode from {full} on."
        ).format(load=speak("load"), full=speak("full"))
    elif says_days:
        yield _saying(speak)
    else:
        yield _looking(speak)
    yield printable(result, speak)
    if near_full or says_days:
        yield _looking(speak)
    if near_full and says_days:
        yield _saying(speak)
    elif "if_stated" in result and not speak.alike("if_stated", "in_time"):
        yield _(
            "If you said in public on which days you answer, only these would count: {stated}. "
            "Nobody would be answered sooner."
        ).format(stated=speak("if_stated"))


def folded(result: Result, speak: Speaker) -> Iterator[str]:
    """What is told to who opens the fold: whose lines the share is held against."""
    if not result.value("messages") or result.facts["overloaded"]:
        return
    yield _(
        "These lines are those of lesson 14: {open} for a promise, {trial} for a trial."
    ).format(open=speak("gate_G6b"), trial=speak("gate_G6b_trial"))


def _saying(speak: Speaker) -> str:
    """What saying the days changes, and what it does not."""
    return _(
        "Saying your days changes the promise, not the wait: {kept} are answered within {promise} "
        "of writing, said or not."
    ).format(kept=speak("on_the_clock"), promise=speak("promise"))


def may_print(result: Result) -> bool:
    """Whether the promise is kept often enough to stand in print, as its share is printed."""
    if result.facts["edge"] and not _near_full(result):
        return False
    return bool(round(result.value("in_time"), 2) >= result.value("gate_G6b"))


def printable(result: Result, speak: Speaker, beside: bool = False) -> str:
    """Whether the promise may stand in print, by the lines of the last lesson.

    A share lies on an edge where another four hundred weeks could turn it. Where they wait longer
    on average than is promised, the share alone would deceive: the wait is told with it, shorter
    ``beside`` other words.
    """
    kept, edge = round(result.value("in_time"), 2), result.facts["edge"]
    # So near to full no share stands still: that it lies on an edge is not told as well.
    if edge and not _near_full(result):
        said = _(
            "A trial needs {line}: {kept} is so near that chance decides. Do not print this "
            "promise."
        )
        if edge == "gate_G6b":
            said = _(
                "A promise in print needs {line}: {kept} is so near that chance decides. Do not "
                "print it yet."
            )
            if beside:
                said = _(
                    "A promise needs {line}: {kept} is so near that chance decides. Do not print "
                    "it yet."
                )
        return said.format(line=speak(edge), kept=speak.bare("in_time"))
    longer = round(result.value("wait"), 1) > result.value("promise")
    if longer and kept >= result.value("gate_G6b_trial"):
        return _by_its_share(result, speak, beside)
    said = _("Do not print this promise: it needs {line}.")
    if may_print(result):
        said = _("You may print this promise: it needs {line}.")
    elif kept >= result.value("gate_G6b_trial"):
        said = _("Try this promise, but do not print it yet: that needs {line}.")
    return said.format(line=speak("gate_G6b"))


def _by_its_share(result: Result, speak: Speaker, beside: bool) -> str:
    """Kept often enough, but by a promise that is shorter than the average wait."""
    if may_print(result):
        said = _(
            "By its share (it needs {line}) you may print this promise. But they wait {wait} on "
            "average: would you?"
        )
        if beside:
            said = _(
                "By its share you may print this promise; but would you, with a wait of {wait}?"
            )
    else:
        said = _(
            "By its share you may try this promise, but not print it: that needs {line}. And they "
            "wait {wait} on average."
        )
        if beside:
            said = _("By its share: a trial. But the wait is {wait}.")
    fields = {"line": speak("gate_G6b")} if not beside else {}
    return said.format(wait=speak("wait"), **fields)


def _looking(speak: Speaker) -> str:
    """What the looks of this plan cost, beside what they bring."""
    return speak.plural(
        "This plan looks {number} time a week: {minutes} of looking, at {each} a look. Answers "
        "come on top.",
        "This plan looks {number} times a week: {minutes} of looking, at {each} a look. Answers "
        "come on top.",
        "looks_a_week",
        minutes=speak("looking"),
        each=speak("look_minutes"),
    )


def _full(result: Result) -> bool:
    """Whether the answering time is used so far that the table calls it nearly full."""
    return result.value("load") >= result.value("full")


def _near_full(result: Result) -> bool:
    """Whether that is told by itself, and not as the reason of the wait."""
    return bool(_full(result) and result.facts["looks_decide"])


def _pile(speak: Speaker) -> str:
    """More work than time."""
    said = _(
        "Were every week like this: messages take {work} of answering a week, and {time} are "
        "there. Here minutes decide, not looks."
    )
    if speak.alike("work_minutes", "time_minutes"):
        said = _(
            "Were every week like this: answering takes all of the {time} that are there. Here "
            "minutes decide, not looks."
        )
    return said.format(work=speak("work_minutes"), time=speak("time_minutes"))


def _reason(result: Result, speak: Speaker) -> str:
    """What breaks the promise more often: the gaps, or looks too full to answer all."""
    gaps, full = result.value("lost_to_gaps"), result.value("lost_to_full_looks")
    if not result.facts["looks_decide"]:
        said = _("Most of the wait is for a later look: here minutes decide more than looks.")
        if _full(result):
            said = _("The answering time is nearly full: here minutes decide more than looks.")
    elif result.facts["states_hours"] and gaps:
        said = _("Of these promises the gaps break {gaps}, and full looks break {full}.")
    elif result.facts["states_hours"]:
        said = _said_days(result, full)
    elif gaps > full:
        said = _(
            "Of the promises, gaps of up to {longest} break {gaps}, and looks too short for all "
            "messages break {full}."
        )
        if result.facts["to_the_last"]:
            said = _(
                "Gaps of up to {longest} break {gaps} promises, looks too short for all break "
                "{full}. More looks a day leave that gap."
            )
    elif gaps:
        said = _(
            "Of the promises, the gaps break {gaps}, and full looks break {full}: here more "
            "minutes would help, too."
        )
    elif full:
        # A second look shortens every gap by the hours between the two; a third does not.
        said = _(
            "No gap is longer than the promise. Full looks break {of_all}: more minutes help, and "
            "so does a second look."
        )
        if round(result.value("a_day")) > 1:
            said = _(
                "No gap is longer than the promise. Full looks break {of_all}: more minutes would "
                "help."
            )
    else:
        said = _("No gap is longer than the promise, and full looks break none.")
    return said.format(
        gaps=speak("lost_to_gaps"),
        full=speak.bare("lost_to_full_looks") if full else _("none"),
        of_all=speak("lost_to_full_looks"),
        longest=speak("longest"),
    )


def _said_days(result: Result, full: float) -> str:
    """The same where only days count that are said in public, and no gap breaks any."""
    if not full:
        return _("The gaps break none of these promises, and full looks break none.")
    if result.value("wait") > result.value("promise"):
        return _(
            "The gaps break none of these promises. Full looks break {of_all}: more minutes help "
            "the share, more days the wait."
        )
    if round(result.value("a_day")) > 1:
        return _(
            "The gaps break none of these promises. Full looks break {of_all}: more minutes would "
            "help."
        )
    return _(
        "The gaps break none of these promises. Full looks break {of_all}: more minutes help, and "
        "a second look, too."
    )
