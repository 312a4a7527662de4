"""The own task of people and page: what their posts take, and how many possible buyers see them."""

from helpers.models.result import Result
from helpers.views.buyers_words import BuyersWords
from helpers.views.gap import GapView
from helpers.views.gap_words import FURTHER
from helpers.views.words import Speaker
from helpers.words.locale import _, listing


class OwnPeople(GapView):
    """The compact picture of the gap, for one page and a weekly post by each of our people."""

    def _takes(self, result: Result, required: str) -> str:
        """What takes the hours; a headline begins with it."""
        page = [self._tables.name("network", network) for network in result.options]
        if not page:
            return _("Own posts take {required}").format(required=required)
        said = _("{network} takes {required}")
        if FURTHER in result:
            said = _("{network} and own posts take {required}")
        return said.format(network=page[0], required=required)

    def _borderline(self) -> str:
        """Close are the hours, and not who is ahead."""
        return _(
            "{takes} a week, you have {available}: the hours are too close to call. Measure for "
            "six weeks."
        )

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        """Who is reached for these hours, how they are shared, and the cash."""
        said = [BuyersWords.headline(result, speak)]
        if result.options and FURTHER in result:
            sentence = _("Of these hours the page takes {page}, the posts of your people {own}.")
            said.append(sentence.format(page=speak("page_hours"), own=speak("own_post_hours")))
        counted = [self._person(name) for name in result.facts["people"]]
        if result.value("posters") <= len(counted):
            return [*said, *self._cash(result, speak)]
        if not counted:
            return [*said, _("No hours are counted yet; add what those who post may spend.")]
        sentence = _("Only hours of {people} are counted; add what the others who post may spend.")
        return [*said, sentence.format(people=listing(counted))]
