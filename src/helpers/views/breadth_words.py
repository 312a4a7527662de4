"""The same hours on more and more networks, in words: what is left, and whom it meets."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.complexity import LEVELS
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, in_words, listing, plural

PAIR = 2
"""All of so many are both of them."""
PRINTS = 0.05
"""Hours from which a tenth is told."""


class BreadthWords:
    """What the bars say: the largest number of networks first, then the best, then the turn."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = list(self._remarks(result, speak))
        return speak.words(headline, self._table(result, speak), self._alt(result, speak), remarks)

    def _name(self, network: str) -> str:
        return self._tables.name("network", network)

    def _networks(self, result: Result, count: int) -> str:
        """The first so many, by name."""
        return listing([self._name(network) for network in result.options[:count]])

    def _added(self, result: Result, count: int) -> str:
        """What a bar has beside the one before it."""
        before = max((c for c in result.facts["counts"] if c < count), default=0)
        if count - before > 1:
            return _("all of them")
        name = self._name(result.options[count - 1])
        return name if not before else _("+ {network}").format(network=name)

    def _level(self, result: Result, count: int) -> str:
        return self._tables.name("level", result.facts["levels"][count]).lower()

    def _gone(self, result: Result) -> str:
        """What the grey part is, in words."""
        if result.facts["other"]:
            return _("meeting, planning, keeping in step, other work")
        return _("meeting, planning, keeping in step")

    @staticmethod
    def _nothing(result: Result) -> str:
        """What is written where there is no bar."""
        if not result.facts["counts"]:
            return _("no network, no post")
        if not result.value("available"):
            return _("nobody has promised an hour")
        return ""

    @staticmethod
    def _asked_first(result: Result, count: int) -> str:
        """The key of what goes first: as it adds up in tenths, or all that is asked for."""
        key = (
            "before" if result.value(f"set{count}.before") >= result.value("available") else "gone"
        )
        return f"set{count}.{key}"

    @staticmethod
    def _counted(speak: Speaker, count: int) -> str:
        """So many networks."""
        return speak.plural("{number} network", "{number} networks", f"set{count}.count")

    @staticmethod
    def _all(count: int) -> str:
        """All of the networks that are ticked, two or more."""
        return _("both") if count == PAIR else _("all {count}").format(count=in_words(count))

    def _headline(self, result: Result, speak: Speaker) -> str:
        """What the largest number of networks leaves of the hours."""
        counts = result.facts["counts"]
        if not counts:
            said = _("With no network, {hours} a week stay free for website and search.")
            return said.format(hours=speak("available"))
        most = counts[-1]
        networks = self._counted(speak, most)
        if not result.value("available"):
            said = _("{networks}, and nobody has promised an hour: no post, and nobody is met.")
            return said.format(networks=networks)
        fields = {
            "networks": networks,
            "before": speak(f"set{most}.before"),
            "gone": speak(f"set{most}.gone"),
            "there": speak("available"),
        }
        if result.value(f"set{most}.before") >= result.value("available"):
            return _(
                "{networks}: {before} a week would go before the first post, {there} are there, "
                "and no post is left."
            ).format(**fields)
        best, *as_good = result.facts["best"] or (most,)
        if best != most and most not in as_good:
            few = self._networks(result, best)
            fields |= {
                "few": _("{network} alone").format(network=few) if best == 1 else few,
                "met": speak(f"set{most}.met"),
                "best": speak.bare(f"set{best}.met"),
            }
            return _(
                "{networks}: {gone} of {there} a week go before any post; they could meet "
                "{met}, {few} {best}."
            ).format(**fields)
        return speak.plural(
            "{networks}: {gone} of {there} a week go before the first post; {number} post a week "
            "is left.",
            "{networks}: {gone} of {there} a week go before the first post; {number} posts a week "
            "are left.",
            f"set{most}.posts",
            **fields,
        )

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        counts = result.facts["counts"]
        best, *as_good = result.facts["best"] or (None,)
        if not counts or not result.value("available"):
            return
        most = counts[-1]
        if best is None:
            yield _("Nobody would see a post, however the hours are spread.")
        elif most == 1:
            said = _("On {network}, at the level “{level}”, {met} could see a post in a month.")
            yield said.format(
                network=self._networks(result, 1),
                level=self._level(result, 1),
                met=speak("set1.met"),
            )
        elif most in as_good:
            yield plural(
                "{networks} meets as many as {all}: {met} in a month.",
                "{networks} meet as many as {all}: {met} in a month.",
                best,
            ).format(
                networks=self._networks(result, best),
                all=self._all(most),
                met=speak(f"set{most}.met"),
            )
        elif as_good:
            said = _("No number meets more than {networks}: {met} in a month; {all} {fewer}.")
            yield said.format(
                networks=self._networks(result, best),
                met=speak(f"set{best}.met"),
                all=self._all(most),
                fewer=speak(f"set{most}.met"),
            )
        elif best == most:
            said = _("On {all} most could see a post in a month: {met}.")
            yield said.format(all=self._all(most), met=speak(f"set{most}.met"))
        elif best == 1:
            yield _(
                "{network} alone, at the level “{level}”, could meet most: {met} in a month; on "
                "{all} {fewer}."
            ).format(
                network=self._networks(result, 1),
                level=self._level(result, 1),
                met=speak("set1.met"),
                all=self._all(most),
                fewer=speak(f"set{most}.met"),
            )
        else:
            yield _("{networks} could meet most: {met} in a month; {all} {fewer}.").format(
                networks=self._networks(result, best),
                met=speak(f"set{best}.met"),
                all=self._all(most),
                fewer=speak(f"set{most}.met"),
            )
        yield from self._turn(result, speak)
        yield from self._idle(result, speak)

    def _idle(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Hours that the smallest number of networks does not need, and why no level takes them."""
        idle = (c for c in result.facts["counts"] if result.value(f"set{c}.idle") >= PRINTS)
        count = next(idle, None)
        if count is None:
            return
        said = _("Not needed on {networks}: {hours}. The next level would meet no more.")
        if result.facts["levels"][count] == LEVELS[0]:
            said = _("Not needed on {networks}: {hours}. More than “{level}” is not modelled.")
        yield said.format(
            networks=self._networks(result, count),
            hours=speak(f"set{count}.idle"),
            level=self._level(result, count),
        )

    def _turn(self, result: Result, speak: Speaker) -> Iterator[str]:
        """From how many hours on the largest number is ahead of any fewer."""
        most = result.facts["counts"][-1]
        if most <= PAIR:
            return
        if result.facts["turned"]:
            said = _("All {count} are ahead of any fewer here; that begins at {turn} a week.")
            if len(result.facts["best"]) > 1:
                said = _("All {count} are ahead by a hair, from {turn} a week on.")
            yield said.format(count=in_words(most), turn=speak("turn"))
        elif "turn" in result:
            yield _(
                "From {turn} a week on ({promised} promised by everybody) all {count} would meet "
                "more than fewer do; {there} are there."
            ).format(
                count=in_words(most),
                turn=speak("turn"),
                promised=speak("turn_promised"),
                there=speak("available"),
            )
        else:
            said = _("All {count} would not get ahead of fewer, not even with {far} a week.")
            if result.facts["adds_nobody"]:
                said = _(
                    "All {count} would not get ahead of fewer, not even with {far} a week: "
                    "{network}, the last, would add almost nobody."
                )
            last = self._name(result.options[-1])
            yield said.format(count=in_words(most), far=speak("far"), network=last)

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        if not result.facts["counts"] or not result.value("available"):
            return _("No bar is drawn: there is no network, or nobody has promised an hour.")
        parts = []
        for count in result.facts["counts"]:
            head = f"set{count}"
            said = _(
                "{networks} ({level}): {gone} gone before the first post, {left} for posts and "
                "answers, {idle} not needed, posts a week {posts} of {planned} planned, people "
                "met {met}"
            )
            if result.value(f"{head}.missing"):
                said = _(
                    "{networks} ({level}): {before} asked for before the first post, {missing} "
                    "missing, posts a week {posts} of {planned} planned, people met {met}"
                )
            fields = {
                key: speak(f"{head}.{key}")
                for key in ("before", "missing", "gone", "left", "idle", "met")
            }
            fields |= {key: speak.bare(f"{head}.{key}") for key in ("planned", "posts")}
            names = {"networks": self._counted(speak, count), "level": self._level(result, count)}
            parts.append(said.format(**fields, **names))
        said = _("Bars on one scale, with a line at the {there} a week that are there. {parts}.")
        return said.format(there=speak("available"), parts="; ".join(parts))

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = [
            (
                ", ".join(self._name(network) for network in result.options[:count]),
                self._level(result, count),
                speak.bare(self._asked_first(result, count)),
                speak.bare(f"set{count}.left"),
                speak.bare(f"set{count}.idle"),
                speak.bare(f"set{count}.posts"),
                speak.bare(f"set{count}.planned"),
                speak.bare(f"set{count}.met"),
            )
            for count in result.facts["counts"]
        ] or [(_("None"), *7 * ("–",))]
        header = (
            _("Networks"),
            _("Level"),
            _("Before the first post"),
            _("Posts and answers"),
            _("Not needed"),
            _("Posts a week"),
            _("Planned"),
            _("Met, of a hundred"),
        )
        caption = _(
            "Hours a week, each number of networks at the level that meets most people; met are "
            "those who would see a post in a month if all of them followed you"
        )
        return Table(caption, header, tuple(rows))
