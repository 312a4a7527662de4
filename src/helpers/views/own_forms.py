"""The own task on forms: a firm's best card on each of its networks, above its best fits."""

from collections.abc import Sequence
from dataclasses import replace

from helpers.data.tables import NONE
from helpers.models.result import Result
from helpers.views.best_fits import BestFits
from helpers.views.words import Speaker, Words
from helpers.words.locale import _, listing


class OwnForms(BestFits):
    """The compact picture of fits; the headline says which form a firm should make where."""

    def words(self, result: Result) -> Words:
        words = super().words(result)
        speak = Speaker(result)
        said = self._cards(result, speak)
        remarks = (self._best(result, speak),)
        quoted = (*words.quoted, *speak.quoted)
        return replace(words, headline=said, remarks=remarks, quoted=quoted)

    def _best(self, result: Result, speak: Speaker) -> str:
        """The best network that is not out, beside website first."""
        out = result.facts["screened"]
        left = [n for n in result.facts["ranking"] if n not in (NONE, *out)]
        site = speak.bare(f"{NONE}.fit")
        if not left:
            return _("No network has enough of your people; website first has {site}.").format(
                site=site
            )
        said = _("In fit {network} leads the networks with {fit}; website first has {site}.")
        return said.format(network=self._name(left[0]), fit=speak.bare(f"{left[0]}.fit"), site=site)

    def _cards(self, result: Result, speak: Speaker) -> str:
        """Networks with the same best forms stand together."""
        together: dict[tuple[str, ...], list[str]] = {}
        for network, forms in result.facts["cards"].items():
            together.setdefault(forms, []).append(self._name(network))
        able = {forms: names for forms, names in together.items() if forms}
        if not together:
            return _("None of your networks is rated for forms here; those of the article are.")
        if not able:
            return _("You can make no form that counts on your networks: open none yet.")
        parts = [
            _("{forms} on {networks}").format(forms=self._forms(forms), networks=listing(names))
            for forms, names in able.items()
        ]
        return speak.plural(
            "Your best cards: {parts}. {number} form is enough.",
            "Your best cards: {parts}. You need {number} forms.",
            "forms_needed",
            parts="; ".join(parts),
        )

    def _forms(self, forms: Sequence[str]) -> str:
        names = [self._tables.name("form", form).lower() for form in forms]
        return _(" or ").join(names)
