"""The verdicts in words: headline, table, deciding figures, and what would change them."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.decision import KEEP, OPEN, Decision, Flip, Judgement
from helpers.models.gate_figures import SECOND_NAME
from helpers.models.gates import is_near
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _


def headline(decision: Decision, tables: Tables) -> str:
    """The company's answer in one sentence."""
    trial_opens = _(
        "Open {networks}, at the level “{level}”, as a trial of six weeks with a time sheet."
    )
    trial_keeps = _(
        "Keep {networks}, at the level “{level}”, on trial for six weeks with a time sheet."
    )
    sentences = []
    for verdict, trial, template in (
        (OPEN, False, _("Open {networks}, at the level “{level}”.")),
        (OPEN, True, trial_opens),
        (KEEP, False, _("Keep {networks}, at the level “{level}”.")),
        (KEEP, True, trial_keeps),
    ):
        chosen = [j for j in decision.judgements if (j.verdict, j.trial) == (verdict, trial)]
        if chosen:
            names = [tables.name("network", j.network) for j in chosen]
            level = tables.name("level", chosen[0].level)
            sentences.append(template.format(networks=locale.listing(names), level=level))
    if not sentences:
        return _("No network for now.")
    return " ".join(sentences)


def verdict_said(verdict: str, trial: bool, tables: Tables) -> str:
    """The word of a verdict, and whether it is a trial."""
    word = tables.name("verdict", verdict)
    return _("{verdict}, as a trial").format(verdict=word) if trial else word


def fact_said(flip: Flip, tables: Tables, speak: Speaker) -> str:
    """A fact at the value that turns a verdict, and its value now."""
    group, _dot, name = flip.key.partition(".")
    if group == "level":
        return speak.plural(
            "the level “{level}” for all, {number} post a week instead of {before},",
            "the level “{level}” for all, {number} posts a week instead of {before},",
            f"{flip.network}.after",
            level=tables.name("level", name),
            before=speak.bare(f"{flip.network}.before"),
        )
    before, after = speak(f"{flip.network}.before"), speak(f"{flip.network}.after")
    if group == "topics":
        after = speak.plural("{number} topic", "{number} topics", f"{flip.network}.after")
    facts = {
        "first_page": _(
            "being on the first page for {of_ten} buyers' questions, not for {before},"
        ),
        "hours": _("{after} promised a week instead of {before}"),
        "weekly": _("asking again and finding {after} of {asked} there weekly, not {before},"),
        "elsewhere": _("finding {after} of {asked} on {network} weekly, not {before},"),
        "content": _("{format} at step {after} of ability instead of {before}"),
        "answer_minutes": _("{after} a day for answers instead of {before}"),
        "look_hours": _("a look every {after} instead of every {before}"),
        "answer_days": _("somebody who looks on {after} a week instead of {before}"),
        "states_hours": _("saying in public on which days you answer"),
        "promise_hours": _("an answer promised within {after} instead of {before}"),
        "cash": _("{after} a month to spend instead of {before}"),
        "topics": _("{after} written down instead of {before}"),
        SECOND_NAME: _("a second name with promised hours"),
    }
    format_name = tables.name("format", name) if group == "content" else ""
    asked = speak(f"{flip.network}.asked") if group == "weekly" else ""
    fields = {"before": before, "after": after, "of_ten": after, "asked": asked}
    if flip.elsewhere:
        group, fields["network"] = "elsewhere", tables.name("network", flip.elsewhere)
    return facts[group].format(format=format_name, **fields)


def changes_with(flip: Flip, tables: Tables) -> str:
    """What else a fact opens, and what no longer: the end of a sentence, '' where nothing."""
    also, others = (
        locale.listing([tables.name("network", n) for n in found])
        for found in (flip.also, flip.instead_of)
    )
    if also and others:
        return _(", with {also}, in place of {others}").format(also=also, others=others)
    if also:
        return _(", with {also}").format(also=also)
    return _(", in place of {others}").format(others=others) if others else ""


def flip_sentence(flip: Flip, tables: Tables, speak: Speaker) -> str:
    """What would change the verdict, in one sentence."""
    sentence = _("{network}: {fact} would make it “{verdict}”{changes}.")
    if flip.leads and not (flip.instead_of or flip.elsewhere):
        sentence = _(
            "{network} fits better and would lead: {fact} would make it “{verdict}”{changes}."
        )
    return sentence.format(
        network=tables.name("network", flip.network),
        fact=fact_said(flip, tables, speak),
        verdict=verdict_said(flip.verdict, flip.trial, tables),
        changes=changes_with(flip, tables),
    )


def line_sentence(decision: Decision, speak: Speaker) -> str:
    """That what is opened pays just so; '' where it does not lie at the line."""
    for network in decision.opened:
        outcome = decision[network].outcome("needed")
        if outcome is not None and is_near(outcome):
            key = f"{network}.{outcome.gate.gate}"
            return _(
                "Just inside: to pay, it needs {share} of a year's customers; above {line} that "
                "door closes."
            ).format(share=speak(key), line=speak(f"{key}.needed"))
    return ""


def no_flip_sentence(names: Sequence[str]) -> str:
    """What is said of networks that no single fact turns."""
    return _("{networks}: no single fact turns it.").format(networks=locale.listing(list(names)))


def unknown_said(judgement: Judgement, tables: Tables, speak: Speaker) -> str:
    """What is said of a network whose door of people one more of those asked would open."""
    outcome = judgement.outcome("audience")
    assert outcome is not None, "only the door of people is asked again"
    key = f"{judgement.network}.{outcome.gate.gate}"
    return _(
        "Not known yet what turns {network}: {figure} of our people, wanted {wanted}; ask ten more."
    ).format(
        network=tables.name("network", judgement.network),
        figure=speak(key),
        wanted=speak.bare(f"{key}.needed"),
    )
