"""What the picture of forms and networks says."""

from helpers.data.tables import Tables
from helpers.models.forms import HOME, LINK, LOST, PASSABLE, Doubt
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

LEAST = 0.005
"""A smaller share of readings is hardly any."""


class FormsWords:
    """The words of ``FormsView``."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _name(self, network: str) -> str:
        return self._tables.name("network", network)

    def _form_name(self, form: str) -> str:
        return self._tables.name("form", form)

    @staticmethod
    def nothing() -> str:
        """In place of a picture, where no network has a rating of each form."""
        return _("No network has a rating for every form.")

    @staticmethod
    def states(state: str) -> tuple[str, ...]:
        """What a cell says, the fullest first."""
        return {
            HOME: (_("at home"), _("home")),
            PASSABLE: (_("passable"), _("fair")),
            LOST: (_("lost"),),
        }[state]

    @staticmethod
    def foot(result: Result) -> tuple[str, ...]:
        """Whether a row is full, and what the small figures in the cells are."""
        full = _("No row is full.") if result.value("wrong") else _("One row is full.")
        small = (
            _("Small figures: in how many of ten plausible readings the form stays at home"),
            _("Small figures: at home in so many of ten readings"),
            _("Small: of ten readings"),
        )
        return (*(f"{full} {one}" for one in small), full)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        if not result.facts["networks"]:
            table = Table(self.nothing(), (_("Form"),), ())
            return speak.words(self.nothing(), table, self.nothing())
        return speak.words(
            self._headline(result, speak),
            self._table(result, speak),
            self._alt(result, speak),
            self._remarks(result, speak),
        )

    def _headline(self, result: Result, speak: Speaker) -> str:
        every, leading = speak.bare("columns"), result.facts["leading"]
        if not result.value("wrong"):
            said = listing([self._form_name(form) for form in leading])
            return _("Here one form would do: {forms}, at home on all {networks} networks.").format(
                forms=said, networks=every
            )
        sentence = _("No form is at home on all {networks} networks: the best on {best}")
        if LINK in result.facts["forms"]:
            sentence = _(
                "No form is at home on all {networks} networks: the best on {best}, words with a "
                "link on {link}."
            )
            return sentence.format(
                networks=every, best=speak.bare("most_homes"), link=speak.bare(f"homes.{LINK}")
            )
        return f"{sentence.format(networks=every, best=speak.bare('most_homes'))}."

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        doubts = result.facts["doubts"]

        def differs(doubt: Doubt) -> bool:
            at = f"{doubt.network}.{doubt.form}"
            return result.value(f"{at}.rating") != result.value(f"{at}.before")

        if doubts:
            other = _("{form} on {network} with {yours}, we with {ours}")
            alike = _("{form} on {network} with {ours}, as we do")
            said = [
                (other if differs(doubt) else alike).format(
                    form=self._form_name(doubt.form).lower(),
                    network=self._name(doubt.network),
                    yours=speak.bare(f"{doubt.network}.{doubt.form}.rating"),
                    ours=speak.bare(f"{doubt.network}.{doubt.form}.before"),
                )
                for doubt in doubts
            ]
            remarks.append(_("You rate {cells}.").format(cells="; ".join(said)))
        if result.value("wrong"):
            sentence = _(
                "That is built into our ratings; a published count supports only those of X. At "
                "least {number} would have to change to fill a row."
            )
            if any(map(differs, doubts)):
                sentence = _(
                    "At least {number} more would have to change before one form were at home "
                    "everywhere."
                )
            remarks.append(sentence.format(number=speak.bare("wrong")))
        if result.value("spread") and result.value("everywhere") < LEAST:
            said = speak.plural(
                "If each rating may be up to {number} point off, hardly any reading has one form "
                "at home everywhere.",
                "If each rating may be up to {number} points off, hardly any reading has one form "
                "at home everywhere.",
                "spread",
            )
            remarks.append(said)
        elif result.value("spread"):
            said = speak.plural(
                "If each rating may be up to {number} point off, one form is at home everywhere in "
                "{everywhere} of readings.",
                "If each rating may be up to {number} points off, one form is at home everywhere "
                "in {everywhere} of readings.",
                "spread",
                everywhere=speak("everywhere"),
            )
            remarks.append(said)
        return remarks

    def _table(self, result: Result, speak: Speaker) -> Table:
        networks = result.facts["networks"]
        rows = [
            (
                self._form_name(form),
                *(speak.bare(f"{n}.{form}.rating") for n in networks),
                speak.bare(f"homes.{form}"),
            )
            for form in result.facts["forms"]
        ]
        header = (_("Form"), *(self._name(n) for n in networks), _("At home on"))
        caption = _(
            "Ratings, from none to four points; of ours only those of X rest on a count. At home: "
            "the best of a column, with any that equals it, and at least passable"
        )
        return Table(caption, header, tuple(rows))

    def _alt(self, result: Result, speak: Speaker) -> str:
        said = []
        for form in result.facts["forms"]:
            homes = [
                self._name(n) for n in result.facts["networks"]
                if result.facts["cells"][n, form] == HOME
            ]  # fmt: skip
            where = listing(homes) if homes else _("nowhere")
            said.append(_("{form}: {where}").format(form=self._form_name(form), where=where))
        sentence = _("A table of cells: forms by networks. At home are: {list}.")
        return sentence.format(list="; ".join(said))
