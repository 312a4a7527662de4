"""The buckets of one firm in words: its month as it was, and its week on record and as planned."""

from collections.abc import Iterator

from helpers.models.result import Result
from helpers.views.buckets_words import Telling, found, nobody, of, scarce, some, there
from helpers.views.words import Speaker
from helpers.words.locale import N_plural, _


class Answered(Telling):
    """A firm's month as it was, without its answers, and with posts instead of them."""

    def tag(self, key: str, result: Result) -> str:
        return {
            "mix": _("with answers"),
            "plain": _("posts alone"),
            "filled": _("links + posts"),
            "silent": _("no answers"),
        }[key]

    def compared(self, result: Result) -> tuple[str, ...]:
        return "mix", "plain", "filled"

    def level(self, result: Result) -> str:
        return "mix"

    def headline(self, result: Result, speak: Speaker) -> str:
        return _(
            "In the same {hours} this page keeps {mix} of {followers} with answers, {plain} with "
            "posts alone, {filled} with links + posts."
        ).format(
            mix=speak("mix.in_touch"),
            filled=speak("filled.in_touch"),
            plain=speak("plain.in_touch"),
            followers=of(speak),
            hours=speak("mix.hours"),
        )

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        yield _(
            "{mix} or {plain} is no difference to rely on: dropping the links does about as much "
            "as answering. Answers help, links cost."
        ).format(mix=speak("mix.in_touch"), plain=speak("plain.in_touch"))
        yield _(
            "As many answers as there were comments, and fewer posts, would keep {talk} in the "
            "same {hours}; but fewer posts bring fewer comments, too."
        ).format(hours=speak("mix.hours"), talk=speak("talk.in_touch"))


class Planned(Telling):
    """What a firm has on record, and what it plans; the hours are those of the whole plan."""

    timed = False

    def tag(self, key: str, result: Result) -> str:
        return _("on record") if key == "before" else _("as planned")

    def headline(self, result: Result, speak: Speaker) -> str:
        empty = nobody(result, ("before", "mix"), speak)
        if empty:
            return empty
        fields = {
            "mix": speak("mix.in_touch"),
            "before": speak("before.in_touch"),
            "followers": of(speak),
        }
        if speak.alike("mix.in_touch", "before.in_touch"):
            said = _(
                "As on record, {before} of {followers} are in touch after a year: {links}, and "
                "{talks}."
            )
            fields |= self._what_it_does(result, speak)
            if result.value("mix.in_touch") != result.value("before.in_touch"):
                said = _("As planned, {mix} of {followers} are in touch after a year, as before.")
        else:
            said = _(
                "As planned, {mix} of {followers} are in touch after a year; as on record, it "
                "is {before}."
            )
        return said.format(**fields)

    @staticmethod
    def _what_it_does(result: Result, speak: Speaker) -> dict[str, str]:
        """The firm's own figures that decide: how many posts are links, how often it talks."""
        links = _("{share} of the posts are links").format(share=speak("own_links"))
        if not there(result, "before.links"):
            links = _("no links")
        talks = _("nobody talks")
        if there(result, "before.talks"):
            forms = N_plural("{number} conversation a week", "{number} conversations a week")
            talks = some(forms, result["before.talks"])
        return {"links": links, "talks": talks}

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        won = {"won": speak("mix.won"), "talk": speak("mix.by_talk")}
        if there(result, "mix.talks"):
            yield _("People won in the first week: {won}, of them {talk} by conversations.").format(
                **won
            )
        elif there(result, "mix.won"):
            yield _("People won in the first week: {won}, all by posts and links.").format(**won)
        if result.value("pages") > 1:
            yield _(
                "The buckets are one page, on {network}; the hours below are those of all "
                "your networks, and count a link like any post."
            ).format(network=result.facts["page"])
        elif there(result, "mix.links"):
            yield _("The hours below count a link like any post.")
        if there(result, "talks.counted") and result.value("gap") > 0:
            yield speak.plural(
                "The plan counts {number} conversation a week on all its pages, but {gap} of it "
                "are missing: so far nobody has that time.",
                "The plan counts {number} conversations a week on all its pages, but {gap} of it "
                "are missing: so far nobody has that time.",
                "talks.counted",
                gap=speak("gap"),
            )
            yield _("On record: {now}. Each one more than {counted} takes up to {each}.").format(
                now=speak.bare("before.talks"),
                counted=speak.bare("talks.counted"),
                each=speak("talks.each"),
            )
        elif there(result, "talks.counted"):
            yield speak.plural(
                "Your plan already pays for {number} conversation a week on all its pages. On "
                "record: {now}. Each one more than {number} takes up to {each}.",
                "Your plan already pays for {number} conversations a week on all its pages. On "
                "record: {now}. Each one more than {number} takes up to {each}.",
                "talks.counted",
                now=speak.bare("before.talks"),
                each=speak("talks.each"),
            )
        yield from self._with_whom(result, speak)

    @staticmethod
    def _with_whom(result: Result, speak: Speaker) -> Iterator[str]:
        """On which page the conversations are, and that somebody has to be found for them."""
        if there(result, "mix.talks") and result.value("pages") > 1:
            yield speak.plural(
                "{number} conversation counts as if it were on this one page: set it only if you "
                "have it there, and can say with whom.",
                "{number} conversations count as if all were on this one page: set only those you "
                "have there, and can say with whom.",
                "mix.talks",
            )
        elif result.value("mix.talks") > result.value("before.talks"):
            yield _("Set only conversations of which you can say with whom.")
        if scarce(result, "mix"):
            yield found()
