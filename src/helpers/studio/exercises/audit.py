"""Audit of a month of posts: feed, content or relation? Two raters have done it before."""

import html
from collections.abc import Mapping

import ipywidgets as widgets

from helpers.company import Company, case, cases
from helpers.data import reading
from helpers.data.tables import Tables
from helpers.models import content
from helpers.studio import controls
from helpers.studio.part import column, paragraphs, prose
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _, plural

RATERS = ("rater_a", "rater_b")


def audited(company: Company, tables: Tables) -> str:
    """The key of the firm whose month is audited; '' where no firm has one."""
    firms = [key for key in tables.posts if has_page(key)]
    wanted = (company.started_from, tables.settings.start, *firms, *tables.posts)
    return next((key for key in wanted if key in (firms or tables.posts)), "")


def has_page(key: str) -> bool:
    """Whether an example has a page; a month of posts that a trainer adds stands for itself."""
    return key not in cases() or bool(case(key).silent_months)


class MonthAudit(SavingPart):
    """A label for each post, then the comparison with two raters, post by post.

    The month is that of the firm, if it has a page that could have posted it, or else of the
    company that the class starts with, or of the first that has one.
    """

    finds = True

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        self._tables = tables
        case = audited(company, tables)
        self._brought = reading.is_brought(f"posts/{case}.csv", tables)
        self.posts = list(tables.posts[case].to_dict("records")) if case else []
        known = [*company.audit, *[""] * len(self.posts)]
        options = [(_("choose"), "")]
        options += [(tables.name("label", key), key) for key in content.LABELS]
        self.labels = [
            controls.choice(_("Post {number}").format(number=post["post"]), options, label)
            for post, label in zip(self.posts, known, strict=False)
        ]
        self.button = self.save_button(_("Compare with the two raters"), icon="check")
        shown: list[widgets.Widget] = [prose(f"<em>{html.escape(self._invented())}</em>")]
        for post, label in zip(self.posts, self.labels, strict=True):
            said, facts = html.escape(_(post["text"])), html.escape(self._facts(post))
            text = f"<b>{said}</b> {facts}"
            shown += [prose(text), label]
        self.view = column(*shown, self.button, self.stage)

    def _invented(self) -> str:
        if not self.posts:
            return _("There is no month of posts to audit.")
        if self._brought:
            return _("The posts and both raters are those of your trainer's pack.")
        return _("The posts and both raters are invented by us.")

    def _facts(self, post: Mapping[str, object]) -> str:
        talk = plural(
            "{comments} comment, {answered} answered",
            "{comments} comments, {answered} answered",
            post["comments"],
        ).format(comments=locale.number(post["comments"]), answered=locale.number(post["answered"]))
        if not post["own_link"]:
            return f"({talk})"
        return _("(link; {talk})").format(talk=talk)

    def problem(self) -> str:
        """How many labels are missing."""
        if not self.labels:
            return _("This month has no posts: nobody is annoyed, nobody is reached.")
        missing = [label.value for label in self.labels].count("")
        if not missing:
            return ""
        return plural(
            "{missing} post has no label yet.", "{missing} posts have no label yet.", missing
        ).format(missing=locale.number(missing))

    def answer(self) -> Answer:
        """A label for each post."""
        return {"audit": [label.value for label in self.labels]}

    def sentence(self, answer: Answer) -> str:
        """What the month is by these labels."""
        share = content.shares(answer["audit"])
        return _("You find {feed} feed, {content} content and {relation} relation.").format(
            **{key: locale.percent(value) for key, value in share.items()}
        )

    def show(self, answer: Answer, saved: Saved) -> None:
        """How far the raters agree."""
        self.stage.remarks = paragraphs(self._agreement(answer["audit"]))
        self.stage.table = self.table(answer["audit"]).to_html()

    def _agreement(self, given: list[str]) -> list[str]:
        first, second = ([post[rater] for post in self.posts] for rater in RATERS)
        posts = [locale.number(post["post"]) for post in self.posts]
        links, comments, answered = (
            locale.number(sum(int(post[key]) for post in self.posts))
            for key in ("own_link", "comments", "answered")
        )
        sentences = [
            _("All in all: own links {links}, comments {comments}, answered {answered}.").format(
                links=links, comments=comments, answered=answered
            )
        ]
        for pair, one, other in (
            (_("You and the first rater"), given, first),
            (_("You and the second rater"), given, second),
            (_("The two raters"), first, second),
        ):
            apart = [post for post, a, b in zip(posts, one, other, strict=True) if a != b]
            same = locale.number(len(posts) - len(apart))
            said = _("{pair}: all {count} alike.")
            if apart:
                said = _("{pair}: {same} of {count} alike; they differ on {apart}.")
            listed = _(", ").join(apart)
            count = locale.number(len(posts))
            sentences.append(said.format(pair=pair, same=same, count=count, apart=listed))
        sentences.append(
            _("Talk about the posts on which you differ: there a label is worth something.")
        )
        return sentences

    def table(self, given: list[str]) -> Table:
        """The labels of everybody, post by post."""

        def name(key: str) -> str:
            return self._tables.name("label", key) if key else "–"

        rows = tuple(
            (locale.number(post["post"]), name(label), *(name(post[rater]) for rater in RATERS))
            for post, label in zip(self.posts, given, strict=True)
        )
        header = (_("Post"), _("You"), _("First rater"), _("Second rater"))
        return Table(_("Everybody's labels"), header, rows)

    def to_markdown(self) -> str:
        """The posts, to be labelled on paper, and the raters' labels folded away."""
        said = [escaping.markdown(_(post["text"])) for post in self.posts]
        posts = "\n".join(
            f"{post['post']}. {text} *{self._facts(post)}*"
            for post, text in zip(self.posts, said, strict=True)
        )
        table = self.table([""] * len(self.posts)).to_markdown()
        summary = _("What the two raters say (label first)")
        details = f"<details><summary>{summary}</summary>\n\n{table}\n\n</details>"
        return f"*{self._invented()}*\n\n{posts}\n\n{details}" if self.posts else self._invented()
