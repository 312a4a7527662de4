"""Visits for the same euros, three ways; who finds the site and who a silent profile."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.models.search import MONTHS, SEARCHES, WAYS
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class WaysView(CurveView):
    """Visits a month over three years: a stock that rises, two flows that stay."""

    panel_height = 360

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _names(self, result: Result) -> dict[str, str]:
        posts = _("posts on {network}")
        return {
            "articles": _("articles"),
            "posts": posts.format(network=self._tables.name("network", result.facts["network"])),
            "ads": self._tables.name("medium", result.facts["medium"]),
        }

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        ways, names = result.facts["ways"], self._names(result)
        colours = {
            "articles": palette.CRITERIA["content"],
            "posts": self._tables.colour(result.facts["network"]),
            "ads": palette.SHARED,
        }
        stop = result.value("stop")
        most = max(1.0, *(max(ways.lines[way]) for way in WAYS))
        return [
            Panel(
                title=_("Visits to our site in a month"),
                x_label=_("months"),
                x_end=float(MONTHS),
                y_end=nice_limit(1.15 * most),
                lines=tuple(
                    Line(names[way], ways.x, ways.lines[way], colours[way]) for way in WAYS
                ),
                limits=(Limit(_("the money ends"), stop, "x"),) if 0 < stop < MONTHS else (),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        names = self._names(result)
        fields = {
            way: speak.plural("{number} visit", "{number} visits", f"{way}.all") for way in WAYS
        }
        fields |= {"paid": speak("paid")}
        if not result.value("paid"):
            headline = _("Without money there are no articles, no posts and no ads.")
        elif "crossover" in result:
            fields["month"] = speak("crossover")
            headline = _(
                "{paid} bring about {articles} by articles and {ads} by ads; from month "
                "{month} on the articles have brought more."
            )
        else:
            headline = _(
                "{paid} bring about {ads} by ads and {articles} by articles, which do not "
                "catch up in three years."
            )
        remarks = []
        if result.value("paid"):
            remarks.append(
                _(
                    "The posts are seen {views} and bring {posts}: who only wants visits should "
                    "not post."
                ).format(
                    views=speak.plural("{number} time", "{number} times", "views"),
                    posts=fields["posts"],
                )
            )
            remarks.append(
                _(
                    "The order hangs on two guesses: how many articles are found ({found}), and "
                    "what a click costs ({price})."
                ).format(found=speak("found"), price=speak("price"))
            )
            sentence = _("In the last month articles bring {articles}, and ads {ads}.")
            last = {
                way: speak.plural("{number} visit", "{number} visits", f"{way}.last")
                for way in WAYS
            }
            if result.value("stop") >= MONTHS and "ceiling" in result and result.value("ceiling"):
                sentence += " " + _("The stock cannot rise above {ceiling} a month.")
                last["ceiling"] = speak("ceiling")
            remarks.append(sentence.format(**last))
        titles = {
            **names,
            "articles": _("Articles"),
            "posts": _("Posts on {network}").format(
                network=self._tables.name("network", result.facts["network"])
            ),
        }
        rows = []
        for way in WAYS:
            cost = f"{way}.cost"
            rows.append(
                (
                    titles[way],
                    speak.bare(f"{way}.all"),
                    speak.bare(f"{way}.last"),
                    speak.bare(cost) if cost in result else "–",
                )
            )
        header = (_("Way"), _("Visits in all"), _("In the last month"), _("Euros a visit"))
        caption = _("Three years with the same euros a month")
        alt = _(
            "Line chart over three years: visits a month by articles, by posts and by ads. In the "
            "last month articles bring {last}. {headline} The table below holds every figure."
        ).format(last=speak("articles.last"), headline=headline.format(**fields))
        table = Table(caption, header, tuple(rows))
        return speak.words(headline.format(**fields), table, alt, remarks)


class FoundView(CurveView):
    """People who find the site, over the ten-search test, beside a silent profile."""

    panel_height = 330

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        test = result.facts["test"]
        most = max(1.0, *test.lines["site"], *test.lines["need"])
        return [
            Panel(
                title=_("Found by need, people a month")
                if narrow
                else _("People a month who find us by what they need"),
                x_label=_("first pages of ten that show us"),
                x_end=float(SEARCHES),
                y_end=nice_limit(1.15 * most),
                lines=(
                    Line(_("our site"), test.x, test.lines["site"], palette.CRITERIA["content"]),
                    Line(_("a silent profile"), test.x, test.lines["need"], palette.MISSING),
                ),
                here=(SEARCHES * result.value("first_page"), result.value("site")),
                here_label=_("you"),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "site": speak.plural("{number} person", "{number} people", "site"),
            "need": speak("need"),
            "name": speak("name"),
        }
        headline = _(
            "In a month the site is found by {site} who look for what you do, a silent profile by "
            "{need}; because they know your name, {name} open it."
        )
        remarks = []
        if "knew" in result:
            remarks.append(
                _(
                    "Of those who see the silent profile {knew} had your name already: it may "
                    "reassure them, but it has not found them."
                ).format(knew=speak("knew"))
            )
        remarks.append(
            _(
                "Each further question of ten on whose first page you stand brings {one} more."
            ).format(one=speak("one"))
        )
        rows = (
            (_("The site, by what they need"), speak.bare("site")),
            (_("A silent profile, by what they need"), speak.bare("need")),
            (_("A silent profile, by our name"), speak.bare("name")),
        )
        alt = _(
            "Line chart: people who find the site rise with the first pages that show it, to "
            "{site} at present; a silent profile stays level at {need}. The table below holds "
            "every figure."
        ).format(**fields)
        table = Table(_("People a month who find us"), (_("Way"), _("People")), rows)
        return speak.words(headline.format(**fields), table, alt, remarks)
