"""The table of the mirror: a row for each option, what counts first; one firm, or two side by side.

The shares of the list, which no control moves, are those of the picture for two firms.
"""

from helpers.data.tables import NONE, Tables
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Result
from helpers.views.words import Speaker, Table
from helpers.words.locale import _

SIDES = (LEFT, RIGHT)


def _sorted(result: Result, key: str) -> list[str]:
    """The options by fit; after them the networks that are out."""
    out = result.facts[f"{key}.out"]
    options = (*result.facts["popular"], NONE)
    return sorted(options, key=lambda o: (o in out, -result.value(f"{key}.{o}.fit")))


def _fit(result: Result, key: str, option: str, speak: Speaker) -> str:
    """The fit of an option, and whether it is the best network or does not count."""
    fit, tied = speak.bare(f"{key}.{option}.fit"), result.facts[f"{key}.tied"]
    if option in result.facts[f"{key}.out"]:
        return _("out ({fit})").format(fit=fit)
    if option not in tied:
        return fit
    best = _("{fit} (best network)") if len(tied) == 1 else _("{fit} (≈ best network)")
    return best.format(fit=fit)


def _mood(result: Result, key: str, option: str, speak: Speaker) -> str:
    """The mood for us, and of what it is made: the step that is rated, and the lift."""
    said = speak.bare(f"{key}.{option}.mood")
    if result.value(f"{key}.{option}.lift") <= 0:
        return said
    return _("{mood} ({rated} + {lift})").format(
        mood=said,
        rated=speak.bare(f"{key}.{option}.rated"),
        lift=speak.bare(f"{key}.{option}.lift"),
    )


def _factors(result: Result, key: str, option: str, speak: Speaker) -> str:
    """Who is there times the mood for us: what makes the usable audience, in one cell."""
    here, said = speak.bare(f"{key}.{option}.here"), _("{here} × {mood}")
    if result.value(f"{key}.{option}.lift") > 0:
        said = _("{here} × ({rated} + {lift})")
    return said.format(
        here=here,
        mood=speak.bare(f"{key}.{option}.mood"),
        rated=speak.bare(f"{key}.{option}.rated"),
        lift=speak.bare(f"{key}.{option}.lift"),
    )


def _steps(result: Result, key: str, option: str, speak: Speaker) -> tuple[str, ...]:
    """Every step to fit, for one side."""
    here, *after = (
        speak.bare(f"{key}.{option}.{step}") for step in ("here", "audience", "purpose", "content")
    )
    mood = _mood(result, key, option, speak)
    return (here, mood, *after, _fit(result, key, option, speak))


def of_one(result: Result, speak: Speaker, tables: Tables) -> Table:
    """One firm: what a control has moved says from what to what, all else stands once."""
    rows = []
    for option in _sorted(result, RIGHT):
        before, now = (_steps(result, key, option, speak) for key in SIDES)
        out = any(option in result.facts[f"{key}.out"] for key in SIDES)
        if not out and speak.alike(*(f"{key}.{option}.fit" for key in SIDES)):
            before = (*before[:-1], now[-1])  # the best network or not: the figure is as it was
        cells = (
            one if one == other else _("{before} → {now}").format(before=one, now=other)
            for one, other in zip(before, now, strict=True)
        )
        rows.append((tables.name("network", option), *cells))
    header = (
        *(_("Option"), _("There"), _("Mood for us, 0 to 4"), _("Usable audience")),
        *(_("Purpose"), _("Content"), _("Fit")),
    )
    caption = _(
        "There × mood for us (our assumption, no survey) ÷ 4 = usable audience, multiplied before "
        "it is rounded, out under {least}; website first, never out: who search and do not find "
        "us; purpose, content and fit in points of ten"
    ).format(least=speak("least_audience"))
    if result.facts["moved"]:
        caption = _("{caption}; as it is → as you set it").format(caption=caption)
    return Table(caption, header, tuple(rows))


def of_two(result: Result, speak: Speaker, tables: Tables) -> Table:
    """Two firms side by side, in the order of the list; website first last."""
    rows = []
    for option in (*result.facts["popular"], NONE):
        adults = "–" if option == NONE else speak(f"{option}.popularity")
        cells = []
        for key in SIDES:
            cells.append(_factors(result, key, option, speak))
            cells.append(speak.bare(f"{key}.{option}.audience"))
            cells.append(_fit(result, key, option, speak))
        rows.append((tables.name("network", option), adults, *cells))
    header = [_("Option"), _("Adults")]
    for key in SIDES:
        parts = (
            _("{firm}: there × mood"),
            _("{firm}: usable audience"),
            _("{firm}: fit"),
        )
        header += [part.format(firm=result.facts[f"{key}.name"]) for part in parts]
    caption = _(
        "There × mood for us (our assumption, no survey) ÷ 4 = usable audience, multiplied before "
        "it is rounded, out under {least}; website first, never out: who search and do not find "
        "us; fit in points of ten"
    ).format(least=speak("least_audience"))
    return Table(caption, tuple(header), tuple(rows))
