"""Audit of a month of posts: feed, content or relation? Two raters have done it before."""

import html
from collections.abc import Mapping

import ipywidgets as widgets

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import content
from helpers.studio import controls
from helpers.studio.part import column, paragraphs, prose
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _, plural

RATERS = ("rater_a", "rater_b")


class MonthAudit(SavingPart):
    """A label for each post, then the comparison with two raters and Cohen's kappa."""

    finds = True

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        self._tables = tables
        case = company.started_from if company.started_from in tables.posts else ""
        case = case or next(iter(tables.posts), "")
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
        return _("The posts and both raters are invented by us.")

    def _facts(self, post: Mapping[str, object]) -> str:
        link = _("with a link to its own site") if post["own_link"] else _("no link")
        talk = plural(
            "{comments} comment, {answered} answered",
            "{comments} comments, {answered} answered",
            post["comments"],
        ).format(comments=locale.number(post["comments"]), answered=locale.number(post["answered"]))
        return f"({link}; {talk})"

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
        named = (
            (_("You and the first rater"), given, first),
            (_("You and the second rater"), given, second),
            (_("The two raters"), first, second),
        )
        sentences = []
        for pair, one, other in named:
            same = sum(a == b for a, b in zip(one, other, strict=True))
            value = content.kappa(one, other)
            kappa = _("not defined") if value is None else locale.number(value, 2)
            sentences.append(
                _("{pair}: {same} of {all} alike, Cohen's kappa {kappa}.").format(
                    pair=pair,
                    same=locale.number(same),
                    all=locale.number(len(one)),
                    kappa=kappa,
                )
            )
        sentences.append(
            _(
                "Kappa is agreement beyond chance: nothing of it is 0, all of it is 1. Talk about "
                "the posts on which you differ; that is where the definition is worth something."
            )
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
