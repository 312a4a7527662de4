"""A block, a hump and a floor in words: visits for the same euros, and where the order turns."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.models.search import ARTICLES, POSTS, SEARCH, SOCIAL
from helpers.views.hump_ended import TINY, ended, keeps, longer, overtakes, spends_less, unmoved
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _


def nothing(result: Result) -> str:
    """Why no article is worth writing, as it stands in an empty picture; '' if one is."""
    if not result.value("written"):
        return _("no article is missing")
    if not result.value("searches"):
        return _("nobody searches for it")
    return ""


class HumpWords:
    """What the picture says: who brings more, and the share of articles found that decides it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _network(self, result: Result) -> str:
        return self._tables.name("network", result.facts["network"])

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks, folded = [], []
        if not nothing(result):
            remarks = list(self._remarks(result, speak))
            folded = list(self._folded(result, speak))
        elif result.value("written"):
            remarks = [self._unasked(speak)]
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks, folded)

    @staticmethod
    def _headline(result: Result, speak: Speaker) -> str:
        if result.value("first_page") == 1:
            return _("Every question shows you already: no article is missing, nothing to pay.")
        if not result.value("written"):
            return _("Hardly a question does not show you: no article is missing, nothing to pay.")
        if not result.value("searches"):
            return _("Nobody searches for it: an article would not be found, nor a search ad.")
        if spends_less(result):
            said = ended(result, speak)
            if said:
                return said
        said = _("In three years search ads bring more visits than articles: {ads} against {own}.")
        if speak.alike("articles.all", "search.all"):
            said = _("In three years articles and search ads bring as many visits, {ads} each.")
        elif result.facts["near"]:
            said = _(
                "In three years articles and search ads bring about as many visits: {own} and "
                "{ads}."
            )
        elif result.value("articles.all") > result.value("search.all"):
            said = _(
                "In three years articles bring more visits than search ads: {own} against {ads}."
            )
        said = said.format(own=speak.bare("articles.all"), ads=speak.bare("search.all"))
        return f"{said} {HumpWords._turn(result, speak)}"

    @staticmethod
    def _turn(result: Result, speak: Speaker) -> str:
        """Where the order turns; or that the stock is none."""
        if not keeps(result, "year"):
            return _("An article fades within a year: a flow, too.")
        if "turns_found.search" not in result:
            return _("Even if every article were found, ads would bring more.")
        if result.value("turns_found.search") < TINY:
            return _("Articles win even if one in two hundred is found.")
        if result.facts["near"]:
            said = _("The order turns where {share} of articles are found.")
        elif result.value("articles.all") > result.value("search.all"):
            said = _("Articles win if more than {share} of them are found.")
        else:
            said = _("Articles would win if more than {share} of them were found.")
        return said.format(share=speak("turns_found.search"))

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What stands under the headline: the most, what is peculiar here, what is not drawn."""
        yield self._spending(result, speak) or self._most(speak)
        posts = self._of_posts(result, speak)
        if posts:
            yield posts
        yield _(
            "You assume that {found} of the articles are found. Of all new pages, {low} to {high} "
            "were, within a year."
        ).format(found=speak("found"), low=speak("new_pages.low"), high=speak("new_pages.high"))
        if not posts:
            yield self._unasked(speak)

    @staticmethod
    def _most(speak: Speaker) -> str:
        """What all first pages would bring, and what they bring today."""
        return _(
            "All first pages would bring {most} a month, and {today} of these come today. Articles "
            "and search ads can add the rest at most."
        ).format(
            most=speak.plural("{number} visit", "{number} visits", "ceiling"),
            today=speak.bare("today"),
        )

    @staticmethod
    def _spending(result: Result, speak: Speaker) -> str:
        """That search ads cannot spend what the articles cost; '' if they can."""
        if not spends_less(result):
            return ""
        return _(
            "So few search that search ads can spend only {spent} of the {paid} in these months. "
            "Going on, they bring {whole} within three years."
        ).format(
            spent=speak("spent"),
            paid=speak("paid"),
            whole=speak.plural("{number} visit", "{number} visits", "longer.all"),
        )

    def _of_posts(self, result: Result, speak: Speaker) -> str:
        """Where the posts are a stock, dear films, or bring most; '' where they are as usual."""
        if keeps(result, "year.post"):
            return _(
                "The same {visits}, spread over many months: a year later a post on {network} "
                "keeps {left}, so here a post is a stock."
            ).format(
                visits=speak.plural("{number} visit", "{number} visits", "posts.all"),
                network=self._network(result),
                left=speak("year.post"),
            )
        if result.value("post.hours") > result.value("photo.hours"):
            return _(
                "Only the fading changes with the network. A post there takes {hours}, the photo "
                "that is counted {photo}: {network} is flattered."
            ).format(
                hours=speak("post.hours"),
                photo=speak("photo.hours"),
                network=self._network(result),
            )
        if result.value("posts.all") > max(map(result.value, ("articles.all", "search.all"))):
            return speak.plural(
                "With so many followers posts bring most visits: {number} visit on {network}.",
                "With so many followers posts bring most visits: {number} visits on {network}.",
                "posts.all",
                network=self._network(result),
            )
        return ""

    @staticmethod
    def _unasked(speak: Speaker) -> str:
        """Ads in a network need nobody who searches."""
        return _(
            "At {price} each, ads in a network bring {visits}: people who were not looking. The "
            "lesson on paid reach counts what they leave."
        ).format(
            price=speak("price.social"),
            visits=speak.plural("{number} visit", "{number} visits", "social.all"),
        )

    def _folded(self, result: Result, speak: Speaker) -> Iterator[str]:
        if "crossover" in result:
            said = _("From month {month} on the articles have brought more than the search ads.")
            yield said.format(month=speak("crossover"))
        if self._spending(result, speak):
            yield self._most(speak)
            yield longer(result, speak)
            yield from filter(None, [unmoved(result, speak)])
        if self._of_posts(result, speak):
            yield self._unasked(speak)
        if {"articles.cost", "search.cost"} <= set(result):
            yield _("A visit by search ads costs {ads}, by articles {articles}.").format(
                ads=speak("search.cost"), articles=speak("articles.cost")
            )
        said = _(
            "The same money pays for {posts} on {network}, each at the price of a photo; they are "
            "seen {views}."
        )
        yield said.format(
            posts=speak.plural("{number} post", "{number} posts", "posted"),
            network=self._network(result),
            views=speak.plural("{number} time", "{number} times", "views"),
        )
        yield self._motto(result, speak)

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

    def _titles(self, result: Result) -> dict[str, str]:
        return {
            ARTICLES: _("Articles"),
            SEARCH: _("Search ads"),
            SOCIAL: _("Ads in a network that send to the site"),
            POSTS: _("Posts on {network}").format(network=self._network(result)),
        }

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = []
        for way, title in self._titles(result).items():
            cost = f"{way}.cost"
            cells = [speak.bare(f"{way}.all"), speak.bare(f"{way}.last")]
            rows.append((title, *cells, speak.bare(cost) if cost in result else "–"))
        header = (_("Way"), _("Visits in all"), _("In the last month"), _("Euros a visit"))
        caption = _("Three years; at most {paid} for each way, about {each} a month").format(
            paid=speak("paid"), each=speak("each")
        )
        return Table(caption, header, tuple(rows))

    def turn(self, result: Result, way: str, speak: Speaker) -> str:
        """From which share of articles found on they bring more than this way."""
        key = f"turns_found.{way}"
        said = speak(key) if key in result else _("never")
        if way == SEARCH and overtakes(result):
            later = speak("longer.turn") if "longer.turn" in result else _("never")
            return _("{share}, or {later} if they go on").format(share=said, later=later)
        return said

    @staticmethod
    def of_all(result: Result, speak: Speaker) -> str:
        """What the large figures of the picture are of."""
        said = _("Visits in three years; each way costs {paid}")
        if spends_less(result):
            said = _("Visits in three years; each way costs at most {paid}")
        return said.format(paid=speak("paid"))

    @staticmethod
    def later(result: Result, speak: Speaker) -> str:
        """What is left of each way in the last month, for who does not see the areas."""
        said = _("Three years on: articles {articles} a month, ads {ads}, posts {posts}")
        return said.format(
            articles=speak.plural("{number} visit", "{number} visits", "articles.last"),
            ads=speak.bare("search.last"),
            posts=speak.bare("posts.last"),
        )

    @staticmethod
    def undrawn(speak: Speaker) -> str:
        """The cheapest visits, and why no area shows them."""
        return speak.plural(
            "Not drawn: network ads, {number} visit by people who were not looking",
            "Not drawn: network ads, {number} visits by people who were not looking",
            "social.all",
        )

    def _alt(self, result: Result, speak: Speaker) -> str:
        """What is drawn, with every figure that stands in the picture."""
        if nothing(result):
            return _("No hump is drawn: there is no article that could be found.")
        going_on = ""
        if overtakes(result):
            going_on = _(", or up to {longer} if they go on").format(
                longer=speak.bare("longer.all")
            )
        said = _(
            "{of_all}. Visits a month are areas. Search ads are a block of {months} that "
            "ends with the money, {ads} in all{going_on}. Articles are a hump that begins late "
            "and fades, {articles} in all. Posts on {network} are a strip below the line, {posts} "
            "in all. {later}. Areas that overlap both count; a dashed line shows what of the "
            "block the hump hides. Below, a ruler of shares of articles found, in powers of ten. "
            "Articles beat another way if more are found than this: posts {turn_posts}, search "
            "ads {turn_ads}, ads in a network {turn_social}. Assumed are {found}; of all new pages "
            "{low} to {high} were found. {undrawn}."
        )
        return said.format(
            of_all=self.of_all(result, speak),
            later=self.later(result, speak),
            undrawn=self.undrawn(speak),
            months=speak.plural("{number} month", "{number} months", "written"),
            ads=speak.bare("search.all"),
            going_on=going_on,
            articles=speak.bare("articles.all"),
            network=self._network(result),
            posts=speak.bare("posts.all"),
            turn_posts=self.turn(result, POSTS, speak),
            turn_ads=self.turn(result, SEARCH, speak),
            turn_social=self.turn(result, SOCIAL, speak),
            found=speak("found"),
            low=speak("new_pages.low"),
            high=speak("new_pages.high"),
        )
