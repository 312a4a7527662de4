"""The own task of people and page: what their posts take, and how many possible buyers see them."""

from helpers.models.result import Result
from helpers.views.buyers_words import BuyersWords, has_chance
from helpers.views.gap import GapView
from helpers.views.gap_words import FURTHER
from helpers.views.words import Speaker
from helpers.words.locale import _, listing


class OwnPeople(GapView):
    """The compact picture of the gap, for one page and a weekly post by each of our people."""

    def _headline(self, result: Result, speak: Speaker) -> str:
        """Who is reached by the count, and what that takes beside the hours there are."""
        if not result.options and FURTHER not in result:
            return super()._headline(result, speak)
        said = {
            "short": _("{reached}; {required} a week are needed, you have {available}: too few."),
            "borderline": _(
                "{reached}; {required} a week are needed, you have {available}: too close to call."
            ),
            "enough": _("{reached}; {required} a week are needed, you have {available}: enough."),
        }[result.facts["verdict"]]
        return said.format(
            reached=self._reached(result, speak),
            required=speak("required"),
            available=speak("available"),
        )

    @staticmethod
    def _reached(result: Result, speak: Speaker) -> str:
        """The possible buyers of both ways; the page has none where there is no network."""
        if not result.value("reached"):
            if not result.value("page_buyers") or not result.options:
                return _("No possible buyer sees a post")
            said = _("Only the page is left, with {page} possible buyers")
            return said.format(page=speak.bare("page_buyers"))
        said = speak.plural(
            "Through people {number} possible buyer",
            "Through people {number} possible buyers",
            "buyers",
        )
        if not result.options:
            return said
        both = _("{people}, through the page {page}")
        return both.format(people=said, page=speak.bare("page_buyers"))

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        """What the count leaves open, how the hours are shared, and the cash."""
        told = result.value("reached") and has_chance(result)
        said = [(BuyersWords.left_open if told else BuyersWords.headline)(result, speak)]
        if result.options and FURTHER in result:
            sentence = _("Of these hours the page takes {page}, the posts of your people {own}.")
            if not result.value("reached"):
                sentence = _(
                    "Of these hours the page takes {page}, the posts of your people {own}; nobody "
                    "sees them."
                )
            said.append(sentence.format(page=speak("page_hours"), own=speak("own_post_hours")))
        counted = [self._person(name) for name in result.facts["people"]]
        if result.value("posters") <= len(counted):
            return [*said, *self.cash(result, speak)]
        if not counted:
            return [*said, _("No hours are counted yet; add what those who post may spend.")]
        sentence = _("Only hours of {people} are counted; add what the others who post may spend.")
        return [*said, sentence.format(people=listing(counted))]
