"""People in touch as water in buckets, in words: what each bucket is, and what they say together.

Each ``Telling`` belongs to one use of the picture; ``buckets.py`` draws them all.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from helpers.models.result import Quantity, Result
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words import locale
from helpers.words.locale import N_plural, _, plural

ALL = 3
"""Links, posts and conversations: the parts of a week."""


class Telling(Protocol):
    """What one use of the picture says of its buckets."""

    timed: bool = True
    """Whether the hours of each bucket are told; not where those of a whole plan stand below."""

    def tag(self, key: str, result: Result) -> str:
        """What stands above a bucket; '' for nothing."""

    def note(self, key: str, result: Result) -> str:
        """On what a bucket depends; '' for nothing."""
        return ""

    def compared(self, result: Result) -> tuple[str, ...]:
        """The buckets that the headline is about; water in the others is pale."""
        return result.facts["buckets"]

    def level(self, result: Result) -> str:
        """The bucket up to whose level the others compared are measured; '' for none."""
        return ""

    def headline(self, result: Result, speak: Speaker) -> str:
        """The claim."""

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What else has to be said."""


def some(forms: tuple[str, str], quantity: Quantity) -> str:
    """So many of something, noun and number agreeing as printed: 1 post, 1.6 posts."""
    printed = round(quantity.value, 1 if quantity.value < 10 else None)
    digits = 0 if printed == round(printed) else 1
    return plural(*forms, printed, digits).format(number=bare(quantity))


def there(result: Result, key: str) -> bool:
    """Whether a quantity is more than nothing to a reader."""
    return result.value(key) > 1e-9


def scarce(result: Result, key: str) -> bool:
    """Whether somebody talks here who hardly posts, so that the model's talks have no source."""
    posted = result.value(f"{key}.links") + result.value(f"{key}.posts")
    return there(result, f"{key}.talks") and round(posted, 1) < 1


def found() -> str:
    """What the model leaves out where hardly anything is posted."""
    return _(
        "With clearly less than one post a week, somebody has to be found to talk to: the model "
        "gives conversations without end."
    )


def week(result: Result, key: str) -> list[str]:
    """What is done in the week of a bucket, part by part."""
    links, posts, talks = (result[f"{key}.{kind}"] for kind in ("links", "posts", "talks"))
    parts = []
    if there(result, links.key):
        parts.append(some(N_plural("{number} link", "{number} links"), links))
    if there(result, posts.key) and not there(result, links.key) and not there(result, talks.key):
        says = N_plural("{number} post that says something", "{number} posts that say something")
        return [some(says, posts)]
    if 0.95 <= posts.value < 0.995:  # five conversations leave room for a little less than one
        parts.append(_("nearly 1 post"))
    elif there(result, posts.key):
        parts.append(some(N_plural("{number} post", "{number} posts"), posts))
    if there(result, talks.key):
        forms = N_plural("{number} conversation", "{number} conversations")
        parts.append(some(forms, talks))
    return parts or [_("nothing")]


def caption(result: Result, key: str, telling: Telling) -> str:
    """A bucket in one line of the table."""
    done, tag = _(", ").join(week(result, key)), telling.tag(key, result)
    said = _("{tag}: {week}").format(tag=tag, week=done) if tag else done
    note = telling.note(key, result)
    return _("{week}, {note}").format(week=said, note=note) if note else said


class BucketWords:
    """Headline, remarks, table and text alternative of the buckets of a result."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self.telling.headline(result, speak)
        remarks = list(self.telling.remarks(result, speak))
        keys = result.facts["buckets"]
        for key in keys:
            for kind in ("links", "posts", "talks"):
                speak(f"{key}.{kind}")
        told = ("won", "in_touch", *(["hours"] if self.telling.timed else []))
        line = _("{week}: {people} in touch")
        if self.telling.timed:
            line = _("{week}: {people} in touch, {hours} a week")
        rows = tuple(
            (
                caption(result, key, self.telling),
                *(speak.bare(f"{key}.{name}") for name in told),
            )
            for key in keys
        )
        header = (
            *(_("Each week"), _("People won in the first week"), _("In touch after a year")),
            *([_("Hours a week")] if self.telling.timed else []),
        )
        table = Table(_("The buckets"), header, rows)
        alt = _("Buckets with a tap and a hole, filled as high as people are in touch: {levels}.")
        levels = _("; ").join(
            line.format(
                week=caption(result, key, self.telling),
                people=speak(f"{key}.in_touch"),
                hours=speak(f"{key}.hours"),
            )
            for key in keys
        )
        return speak.words(headline, table, alt.format(levels=levels), remarks)


def nobody(result: Result, keys: tuple[str, ...], speak: Speaker) -> str:
    """Why every bucket is empty; '' where one is not."""
    if any(there(result, f"{key}.in_touch") for key in keys):
        return ""
    if not there(result, "followers"):
        return _("Without followers nobody sees a post, and nobody is in touch.")
    if not any(there(result, f"{key}.hours") for key in keys):
        return _("Without a minute nothing is posted and nobody is answered: nobody is in touch.")
    return _("Of {followers} nobody is in touch after a year.").format(followers=of(speak))


def of(speak: Speaker) -> str:
    """How many could be in touch at all."""
    return speak.plural("{number} follower", "{number} followers", "followers")


class Compared(Telling):
    """The same hours spent in several ways, and several times the hours in links."""

    def tag(self, key: str, result: Result) -> str:
        if key == result.facts["set"]:
            return _("as set")
        return _("links alone") if key == "links" else ""

    def compared(self, result: Result) -> tuple[str, ...]:
        if self._only_links(result):
            return result.facts["set"], "posts", "more"
        return result.facts["set"], "links"

    @staticmethod
    def _only_links(result: Result) -> bool:
        return not there(result, "mix.posts") and not there(result, "mix.talks")

    def note(self, key: str, result: Result) -> str:
        if key != "talk" or not there(result, "talk.talks"):
            return ""
        if round(result.value("talk.talks"), 1) == 1:
            return _("if somebody is there for it")
        return _("if somebody is there for each")

    def headline(self, result: Result, speak: Speaker) -> str:
        empty = nobody(result, result.facts["buckets"], speak)
        if empty:
            return empty
        fields = {
            "mix": speak("mix.in_touch"),
            "links": speak("links.in_touch"),
            "followers": of(speak),
            "hours": speak("links.hours"),
        }
        if self._only_links(result):
            fields |= {
                "more": speak("more.in_touch"),
                "posts": speak("posts.in_touch"),
                "times": self._times(result, speak),
                "done": week(result, "mix")[0],
                "other": week(result, "posts")[0],
            }
            more, posts = (result.value(f"{key}.in_touch") for key in ("more", "posts"))
            said = _(
                "{done} a week keep {mix} of {followers} in touch. {times} as many keep "
                "{more}; {other} keep {posts}."
            )
            if round(more) <= round(posts):
                said = _(
                    "{done} a week keep {mix} of {followers} in touch. {times} as many keep "
                    "{more}, no more than {other} ({posts})."
                )
            return said.format(**fields)
        return self._of_parts(result, speak, fields)

    def _of_parts(self, result: Result, speak: Speaker, fields: Mapping[str, str]) -> str:
        """What is done, named part by part, beside links alone in the same hours."""
        mix, links = "mix.in_touch", "links.in_touch"
        said = _(
            "{done} a week keep {mix} of {followers} in touch; in the same {hours}, links alone "
            "keep {links}."
        )
        if speak.alike(mix, links):
            said = _(
                "{done} a week keep {mix} of {followers} in touch, as many as links alone in the "
                "same {hours}."
            )
        elif result.value(mix) < result.value(links):
            said = _(
                "{done} a week keep {mix} of {followers} in touch, fewer than links alone in the "
                "same {hours}: {links}."
            )
        elif scarce(result, "mix"):  # beside hardly a post: somebody has to be found
            said = _(
                "{done} a week would keep {mix} of {followers}, if somebody is there to talk; "
                "links alone {links}."
            )
        elif len(week(result, "mix")) == ALL:
            said = _(
                "{done} a week keep {mix} of {followers}; in the same {hours}, links alone {links}."
            )
        done = locale.listing(week(result, "mix"))
        return said.format(done=done[:1].upper() + done[1:], **fields)

    def remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        if not there(result, "followers") or not there(result, "minutes"):
            return
        if not there(result, "mix.posts") and result.value("mix.talks") < result.value("asked"):
            yield _("Only {talks} fit into {minutes}.").format(
                talks=week(result, "mix")[-1], minutes=speak("minutes")
            )
        yield _(
            "People won by an hour of the first week: conversations {talk}, posts that say "
            "something {posts}, links {links}."
        ).format(talk=speak("hour.talk"), posts=speak("hour.posts"), links=speak("hour.links"))
        if not there(result, "hour.talk"):
            yield _("Nobody stays after a conversation here, so that only posts fill the bucket.")
        if scarce(result, "mix"):
            yield found()
        yield from self._fuller(result, speak)
        yield self._links(result, speak)
        best = result.facts["best"]
        if best == "talk" and "about.posts" in result:
            yield _(
                "From about {followers} on, an hour of posts that say something wins more than "
                "one of conversations."
            ).format(followers=self._from(speak, "about.posts"))
        elif best == "posts" and there(result, "hour.talk"):
            yield _(
                "Posts are ahead of conversations from about {followers} on: a post reaches more "
                "people on a larger page, a conversation still one."
            ).format(followers=self._from(speak, "about.posts"))
        talks = max(result.value("mix.talks"), result.value("talk.talks"))
        if there(result, "mix.talks") and talks > result.value("followers"):
            yield _(
                "That is more conversations a week than the page has followers: the model does "
                "not ask with whom."
            )
        elif best == "talk" and there(result, "mix.talks"):
            yield speak.plural(
                "Conversations alone would keep {all_talk} in touch, but only if {number} "
                "conversation a week could be found.",
                "Conversations alone would keep {all_talk} in touch, but only if {number} "
                "conversations a week could be found.",
                "all_talk.talks",
                all_talk=speak("all_talk.in_touch"),
            )

    def _fuller(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What would hold most in the same hours, as printed, where no headline names it."""
        kept = {k: round(result.value(f"{k}.in_touch")) for k in ("mix", "links", "talk", "posts")}
        alike = kept["posts"] == kept["talk"]
        if result.value("talk.talks") > result.value("followers"):
            kept["talk"] = 0  # with whom?
        best = max(("posts", "talk"), key=kept.__getitem__)
        if self._only_links(result) or kept[best] <= max(kept["mix"], kept["links"]):
            return
        if alike and kept["talk"]:
            said = _(
                "In the same hours, posts that say something, alone or with conversations, would "
                "keep {most}: no difference."
            )
            yield said.format(most=speak(f"{best}.in_touch"))
            return
        said = _("In the same hours, {week} would keep {most}.")
        if best == "talk":
            said = _("In the same hours, {week} would keep {most}, if somebody is there.")
        done = locale.listing(week(result, best))
        yield said.format(week=done, most=speak(f"{best}.in_touch"))

    @staticmethod
    def _times(result: Result, speak: Speaker) -> str:
        """How many times, as one says it."""
        said = speak.plural("{number} time", "{number} times", "times")
        return _("Twice") if result.value("times") == 2 else said

    @staticmethod
    def _links(result: Result, speak: Speaker) -> str:
        """Whether another hour wins more than one of links here, and where that ends."""
        behind = result.facts["behind"]
        if result.facts["near"]:
            return _("An hour of links and the best other one are too near to tell here.")
        if behind == "link_talk":
            return _(
                "Here an hour of links wins most, because a link is taken to win {link_talk} of "
                "another post’s reactions. Below {share} another hour is better."
            ).format(link_talk=speak("link_talk"), share=speak("turns_link_talk"))
        if behind == "link_minutes":
            return _(
                "Here an hour of links wins most, because a link is taken to need only {now}. "
                "From about {minutes} on another is better."
            ).format(now=speak("link_minutes"), minutes=speak("about.minutes"))
        if behind:
            return _(
                "Here an hour of links wins most, because a link is taken to be both quickly made "
                "and often reacted to."
            )
        if "about.minutes" not in result:
            return _("Links win nobody: another hour wins more here than links.")
        if "turns_link_talk" not in result:
            return _(
                "Another hour wins more here than links. Links would win most if one took under "
                "{minutes}."
            ).format(minutes=speak("about.minutes"))
        return _(
            "Another hour wins more here than links. Links would win most if one took under "
            "{minutes}, or won over {share} of another post’s reactions."
        ).format(minutes=speak("about.minutes"), share=speak("turns_link_talk"))

    @staticmethod
    def _from(speak: Speaker, key: str) -> str:
        return speak.plural("{number} follower", "{number} followers", key)
