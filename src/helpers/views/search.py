"""Visits for the same euros, three ways; who finds the site and who a silent profile."""

from collections.abc import Sequence
from dataclasses import replace

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.models.search import ARTICLES, MONTHS, POSTS, SEARCH, SEARCHES, SOCIAL, WAYS
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.fit import FitView
from helpers.views.words import Speaker, Table, Words, written
from helpers.words import locale
from helpers.words.locale import _

SAMPLES = ("\u2501", "\u254c\u254c", "\u2508\u2508")
"""How the lines are drawn, in letters: a name may stand nearer to another line than to its own."""


class WaysView(CurveView):
    """Visits a month over three years: a stock that rises and outlives the money, two flows."""

    panel_height = 360

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        ways = result.facts["ways"]
        posts = _("posts on {network}:").format(network=self._network(result))
        stop = result.value("written")
        peak = max(range(MONTHS), key=ways.lines[ARTICLES].__getitem__)
        paid = max(round(stop) - 1, 0)
        drawn = (  # each is named where no other line is: at the end two lie on nought
            (ARTICLES, _("articles:"), palette.CRITERIA["content"], peak),
            (SEARCH, _("search ads:"), palette.SHARED, paid),
            (POSTS, posts, self._tables.colour(result.facts["network"]), paid // 2),
        )
        speak = Speaker(result)
        most = max(1.0, *(max(ways.lines[way]) for way, *_line in drawn))
        return [
            Panel(
                title=_("Visits to our site in a month"),
                x_label=_("months"),
                x_end=float(MONTHS),
                y_end=nice_limit(1.4 * most),  # room for two labels above the block of ads
                lines=tuple(
                    Line(
                        f"{sample} {label}",
                        ways.x,
                        ways.lines[way],
                        colour,
                        label_at=named,
                        figure=speak.plural("{number} visit", "{number} visits", f"{way}.all"),
                    )
                    for sample, (way, label, colour, named) in zip(SAMPLES, drawn, strict=True)
                ),
                limits=(Limit(_("the money ends"), stop, "x"),) if 0 < stop < MONTHS else (),
            )
        ]

    def _network(self, result: Result) -> str:
        return self._tables.name("network", result.facts["network"])

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = [self._cap(speak)]
        if result.value("paid"):
            remarks += [self._alike(result, speak), self._guess(speak), self._posts(result, speak)]
        remarks += [self._motto(result, speak)]
        titles = {
            ARTICLES: _("Articles"),
            SEARCH: _("Search ads"),
            SOCIAL: _("Ads in a network that send to the site"),
            POSTS: _("Posts on {network}").format(network=self._network(result)),
        }
        rows = []
        for way in WAYS:
            cost = f"{way}.cost"
            cells = [speak.bare(f"{way}.all"), speak.bare(f"{way}.last")]
            rows.append((titles[way], *cells, speak.bare(cost) if cost in result else "–"))
        header = (_("Way"), _("Visits in all"), _("In the last month"), _("Euros a visit"))
        alt = _(
            "Line chart over three years: visits a month by articles, by search ads and by posts. "
            "In the last month articles bring {last}. {headline} The table below holds every "
            "figure."
        ).format(last=speak("articles.last"), headline=headline)
        table = Table(_("Three years with the same euros"), header, tuple(rows))
        return speak.words(headline, table, alt, remarks)

    @staticmethod
    def _headline(result: Result, speak: Speaker) -> str:
        """Who brings more, and what has to be true for it: the share of articles found."""
        if not result.value("written"):
            return _("Every question shows us already: no article is missing, and no euro is due.")
        if not result.value("paid"):
            return _("Articles that cost nothing cannot be compared with ads: set a price.")
        fields = {
            "paid": speak("paid"),
            "articles": speak.plural("{number} visit", "{number} visits", "articles.all"),
            "ads": speak.plural("{number} visit", "{number} visits", "search.all"),
        }
        if "turns_found.search" not in result:
            said = _(
                "{paid} bring {articles} by articles and {ads} by search ads: as so few "
                "visits are to be had in all, the ads win however many articles are found."
            )
            return said.format(**fields)
        fields["share"] = speak("turns_found.search")
        if speak.alike("articles.all", "search.all"):
            said = _("{paid} bring {articles} by articles, and as many by search ads.")
        elif result.value("articles.all") > result.value("search.all"):
            said = _(
                "{paid} bring {articles} by articles and {ads} by search ads: articles win while "
                "more than {share} of them are found."
            )
        else:
            said = _(
                "{paid} bring {articles} by articles and {ads} by search ads: articles would win "
                "if more than {share} of them were found."
            )
        return said.format(**fields)

    @staticmethod
    def _cap(speak: Speaker) -> str:
        """One demand bounds every way of being found."""
        sentence = _(
            "People search {searches} times a month for what you have an answer to. That brings "
            "{today} a month today; {most} is the most that all first pages could bring, however "
            "many articles are written."
        )
        return sentence.format(
            searches=speak("searches"),
            today=speak.plural("{number} visit", "{number} visits", "today"),
            most=speak("ceiling"),
        )

    @staticmethod
    def _alike(result: Result, speak: Speaker) -> str:
        """Like is compared with like; a click in a network is cheaper, and another thing."""
        fields = {
            "search": speak("price.search"),
            "social": speak("price.social"),
            "visits": speak.plural("{number} visit", "{number} visits", "social.all"),
        }
        said = _(
            "Search ads ({search} a click) meet people who search, as articles do. A network "
            "sells a click to a site for {social}, {visits} for the same money; nobody there was "
            "looking for you."
        ).format(**fields)
        if "turns_price" in result:
            turns = _("Articles win where a visit costs more than {price}.")
            said += " " + turns.format(price=speak("turns_price"))
        if "crossover" in result:
            month = _("From month {month} on the articles have brought more than the search ads.")
            said += " " + month.format(month=speak("crossover"))
        return said

    @staticmethod
    def _guess(speak: Speaker) -> str:
        """The guess on which the order hangs, beside the one published figure."""
        sentence = _(
            "That {found} of the articles are found is a guess. Of all new pages {low} to {high} "
            "were among the first ten results for anything within a year."
        )
        return sentence.format(
            found=speak("found"), low=speak("new_pages.low"), high=speak("new_pages.high")
        )

    @staticmethod
    def _posts(result: Result, speak: Speaker) -> str:
        sentence = _(
            "The posts are seen {views} and bring {posts}: who only wants visits should not post."
        )
        if result.value("posts.all") >= min(
            result.value("articles.all"), result.value("search.all")
        ):
            sentence = _(
                "The posts are seen {views} and bring {posts}: here they are no poor way to visits."
            )
        return sentence.format(
            views=speak.plural("{number} time", "{number} times", "views"),
            posts=speak.plural("{number} visit", "{number} visits", "posts.all"),
        )

    def _motto(self, result: Result, speak: Speaker) -> str:
        """An article is a stock, a post is a flow; and where that stops."""
        name, chosen = self._tables.name, result.facts["network"]
        said = _(
            "After a month an article keeps {article} of its visits, a post on {network} {post}."
        ).format(
            article=speak("left"),
            network=name("network", chosen),
            post=speak(f"left.{chosen}"),
        )
        lasting = [n for n in self._tables.network_keys if round(result.value(f"left.{n}"), 2) > 0]
        if lasting:
            pair = _("{network} ({left})")
            told = [
                pair.format(network=name("network", n), left=speak(f"left.{n}")) for n in lasting
            ]
            rest = _(
                "The rule that a post is a flow stops at {networks}, where people search as well."
            )
            said += " " + rest.format(networks=locale.listing(told))
        return said


class BaseView(FitView):
    """The fit, with what the search base brings in visits."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        sentence = _(
            "People search {searches} times a month for what you do: {today} of these searches end "
            "on your site, and {most} would if every first page showed you."
        ).format(
            searches=speak("searches"),
            today=speak("today"),
            most=speak("ceiling"),
        )
        return replace(
            words,
            remarks=(sentence, *words.remarks),
            quoted=(*words.quoted, *speak.quoted),
        )


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
                here=(SEARCHES * result.value("first_page"), result.value("today")),
                here_label=_("you: {figure}").format(figure=written(result["today"])),
                ends=not narrow,
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "site": speak.plural("{number} person", "{number} people", "today"),
            "need": speak("need"),
            "name": speak("name"),
        }
        headline = _(
            "In a month the site is found by {site} who look for what you do, a silent profile by "
            "{need}; because they know your name, it is opened by {name}."
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
            (_("The site, by what they need"), speak.bare("today")),
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
