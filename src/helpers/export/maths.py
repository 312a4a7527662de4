"""Formulas as MathML, which browsers set by themselves: no script, nothing to fetch."""

import re

SIZED = re.compile(r"\\[bB]igg?\s*(\\?[()\[\]{}|])")
"""A bracket of a fixed size, which MathML has not: it grows with what it holds."""


def mathml(formula: str, block: bool) -> str:
    r"""A formula in TeX as MathML; ``block`` sets it on a line of its own.

    Every ``\big(`` needs its ``\big)``: both become brackets that stretch.
    """
    from latex2mathml.converter import convert

    def stretched(found: re.Match) -> str:
        return (r"\left" if found[1][-1] in "([{" else r"\right") + found[1]

    # `\!` draws such a bracket closer; MathML does that by itself.
    formula = SIZED.sub(stretched, formula.replace(r"\!", "").strip())
    return convert(formula, display="block" if block else "inline")
