"""The first page as HTML and as Markdown."""

import html

from helpers.progress import DONE, IN_CLASS, Progress, ways
from helpers.views.home_words import HomeWords, Link, status_name
from helpers.words import escaping
from helpers.words.locale import _


class HomePage(HomeWords):
    """What the first page says, put together for readers with and without HTML."""

    def html(self, live: bool) -> str:
        """The page. No blank line in it: Markdown would take what follows for its own."""
        following = self.go_on()
        go_on = f'<p class="byp-next">{following.html("byp-go")}</p>' if following else ""
        promises = f'<p class="byp-promises">{html.escape(self.promises())}</p>'
        warnings = "".join(
            f'<p class="byp-warning">{html.escape(said)}</p>' for said in self.warnings()
        )
        line = html.escape(self.pack())
        pack = f'<p class="byp-pack">{line}</p>' if line else ""
        return (
            f'<div class="byp-home">{pack}{warnings}'
            f'<div class="byp-grid"><div class="byp-beside byp-first">'
            f"{go_on}{self._company_html(live)}{self._ways_html(live)}</div>"
            f"{self._lessons_html()}"
            f'<div class="byp-beside">{self._memo_html()}{promises}</div></div></div>'
        )

    def _lessons_html(self) -> str:
        """A table to the eye; to the ear a list, whose every row says what its figures are."""
        rows = "".join(self._row(one) for one in self.course.lessons)
        lesson, dilemma, in_class, alone, status = map(html.escape, self.head())
        counts = "byp-by-class" if self.course.way.key == IN_CLASS else "byp-by-alone"
        return (
            f'<div class="byp-table {counts}"><div class="byp-head" aria-hidden="true">'
            f"<span>{lesson}</span><span>{dilemma}</span><span></span>"
            f'<span class="byp-class">{in_class}</span><span class="byp-alone">{alone}</span>'
            f'<span class="byp-status">{status}</span></div>'
            f'<ol class="byp-lessons" role="list">{rows}</ol></div>'
        )

    def _row(self, one: Progress) -> str:
        on_way = one.lesson in self.course.way.lessons
        following = self.following()
        kinds = [f"byp-{one.status}", "" if on_way else "byp-off"]
        if following and following.lesson == one.lesson:
            kinds.append("byp-here")
        parts = self.parts(one.steps) if on_way else ""
        below = f' <span class="byp-parts">{html.escape(parts)}</span>' if parts else ""
        dilemma = self.dilemma(one.lesson)
        link = self.link(one.lesson, dilemma).html()
        if one.lesson in self.away:
            link = f'<span class="byp-away">{html.escape(dilemma)}</span>'
        _lesson, _dilemma, in_class, alone, _status = map(html.escape, self.head())
        cells = [
            f'<span class="byp-number">{self.number(one.lesson)}</span> ',
            f'<span class="byp-topic">{html.escape(self.topic(one.lesson))}</span> ',
            f'<span class="byp-dilemma">{link}{below}</span> ',
            '<span class="byp-facts">',
            f'<span class="byp-class"><span class="byp-label">{in_class} </span>',
            f"{html.escape(self.in_class(one.lesson))}</span> ",
            f'<span class="byp-alone"><span class="byp-label">{alone} </span>',
            f"{html.escape(self.alone(one))}</span> ",
            f'<span class="byp-status">{html.escape(status_name(one.status))}</span></span>',
            '<span class="byp-mark" aria-hidden="true"></span>',
        ]
        return f'<li class="{" ".join(filter(None, kinds))}">{"".join(cells)}</li>'

    def _company_html(self, live: bool) -> str:
        on_way = self.course.on_way
        share = sum(one.status == DONE for one in on_way) / len(on_way)
        title = html.escape(_("Your company"))
        as_of = "" if live else html.escape(self.as_of())
        count, company = html.escape(self.count()), html.escape(self.of_company())
        said = f"{count} {company}{as_of}"
        if self.company.invented and self.has_link("your_company"):
            describe = self.link("your_company", _("Describe it")).html()
            said = f"{count} {company} {describe}{as_of}"
        first, *more = [
            f"{where.html() if isinstance(where, Link) else html.escape(where)} {html.escape(what)}"
            for where, what in self.asking()
        ] or [""]
        asked = f'<p class="byp-asking">{first}</p>' if first else ""
        if more:
            lines = "".join(f"<li>{line}</li>" for line in more)
            others = html.escape(_("What other lessons ask for"))
            asked += f"<details><summary>{others}</summary><ul>{lines}</ul></details>"
        return (
            f'<h2>{title}: <span class="byp-name">{html.escape(self.name)}</span></h2>'
            '<div class="byp-meter" aria-hidden="true">'
            f'<span style="width:{share:.0%}"></span></div><p>{said}</p>{asked}'
        )

    def _ways_html(self, live: bool) -> str:
        title = html.escape(_("Ways through"))
        told = list(self.ways_told(lambda link: link.html()))
        if not live:
            folds = "".join(
                f"<details><summary><span>{html.escape(name)}</span> "
                f"<span>{html.escape(size)}</span></summary><p>{links}</p></details>"
                for name, size, links in told
            )
            return f'<h2>{title}</h2><div class="byp-ways">{folds}</div>'
        options = []
        for key, (name, size, _links) in zip(ways(self.tables), told, strict=True):
            checked = " checked" if key == self.course.way.key else ""
            options.append(
                f'<label><input type="radio" name="byp-way" value="{key}"{checked}>'
                f"<span>{html.escape(name)}</span> <span>{html.escape(size)}</span></label>"
            )
        legend = f"<legend>{title}</legend>"
        return f'<fieldset class="byp-ways">{legend}{"".join(options)}</fieldset>'

    def _memo_html(self) -> str:
        title = html.escape(_("Your memo"))
        return f"<h2>{title}</h2><p>{self.of_memo(lambda link: link.html(), html.escape)}</p>"

    def markdown(self) -> str:
        """The same for readers without HTML."""
        escaped = escaping.markdown
        lines = ["| " + " | ".join(self.head()) + " |", "|" + " --- |" * len(self.head())]
        for one in self.course.lessons:
            words = f"{self.number(one.lesson)} {self.topic(one.lesson)}"
            link = words if one.lesson in self.away else self.link(one.lesson, words).markdown()
            said = escaped(self.dilemma(one.lesson))
            minutes = (self.in_class(one.lesson), self.alone(one))
            lines.append("| " + " | ".join((link, said, *minutes, status_name(one.status))) + " |")
        company = f"**{escaped(self.name)}.** {self.count()} {self.of_company()}{self.as_of()}"
        asking = "\n".join(
            f"- {where.markdown() if isinstance(where, Link) else escaped(where)} {escaped(titles)}"
            for where, titles in self.asking()
        )
        told = "\n".join(
            f"- **{name}** ({size}): {links}"
            for name, size, links in self.ways_told(lambda link: link.markdown())
        )
        memo = self.of_memo(lambda link: link.markdown(), escaped)
        following, title = self.go_on(), _("Your memo")
        blocks = (
            escaped(self.pack()),
            *(f"> {escaped(said)}" for said in self.warnings()),
            f"**{following.markdown()}**" if following else "",
            "\n".join(lines),
            company,
            asking,
            told,
            f"**{title}.** {memo}",
            self.promises(),
        )
        return "\n\n".join(filter(None, blocks))
