"""What the hand-ins of a class amount to: counts that the models and pictures start from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from helpers.company import Company
from helpers.data.quizzes import Item
from helpers.hand_in.document import OWN, HandIn
from helpers.models.calibration import Forecast


def forecasts(one: HandIn) -> list[Forecast]:
    """What a learner predicted and whether it came true, of each lesson and firm once.

    The first guess of lesson 00 is none: it was said there that no answer is wrong.
    """
    return [
        Forecast(float(made["confidence"]), made["right"])
        for lesson, attempts in one.predictions.items()
        for made in attempts
        if lesson != Company.FIRST_GUESS
        and isinstance(made.get("right"), bool)
        and isinstance(made.get("confidence"), int | float)
    ]


def firm_asked_about(hand_ins: Iterable[HandIn], lesson: str) -> str:
    """The example that most predictions of a lesson are about, as ``case:KEY``; '' without any.

    Predictions about own firms cannot be laid beside each other: each has an answer of its own.
    """
    firms = Counter(
        made["about"]
        for one in hand_ins
        for made in one.predictions.get(lesson, ())
        if made["about"] != OWN
    )
    return max(sorted(firms), key=firms.__getitem__, default="")


def predicted(hand_ins: Iterable[HandIn], lesson: str, firm: str) -> Counter:
    """How many learners predicted what about a firm, by value."""
    return Counter(
        made["value"]
        for one in hand_ins
        for made in one.predictions.get(lesson, ())
        if made["about"] == firm
    )


def chosen(one: HandIn, quizzes: Mapping[str, Sequence[Item]]) -> dict[tuple[str, str], int]:
    """The options that a learner chose, by (lesson, question), of the questions that are known."""
    return {
        (lesson, item.key): one.quizzes[lesson][item.key]
        for lesson, items in quizzes.items()
        for item in items
        if one.quizzes.get(lesson, {}).get(item.key, len(item.options)) < len(item.options)
    }


def key_of(quizzes: Mapping[str, Sequence[Item]]) -> dict[tuple[str, str], int]:
    """The place of the right option of each question."""
    return {
        (lesson, item.key): next(n for n, option in enumerate(item.options) if option.correct)
        for lesson, items in quizzes.items()
        for item in items
    }


def decided(hand_ins: Iterable[HandIn], lesson: str) -> Counter:
    """How many learners decided what in a lesson."""
    entries = (one.decisions.get(lesson, {}).get("choice") for one in hand_ins)
    return Counter(choice for choice in entries if choice)


def verdicts(hand_ins: Iterable[HandIn], networks: Iterable[str]) -> dict[str, Counter]:
    """How many learners have which verdict on each network; one that nobody has is left out."""
    hand_ins = tuple(hand_ins)
    counts = {
        network: Counter(one.verdicts[network] for one in hand_ins if network in one.verdicts)
        for network in networks
    }
    return {network: count for network, count in counts.items() if count}
