"""What would have to be true for a presence to pay for itself, in a sentence."""

from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words.locale import _


def trial_sentence(result: Result, speak: Speaker) -> str:
    """What would have to be true, held against the customers whom the firm has anyway.

    Asks ``needed_share`` and ``of_hundred`` of a result of ``advice.presence_answer``; for lesson
    and memo alike.
    """
    if "needed_share" not in result:
        return _(
            "Whether that is much cannot be said yet: nobody has counted how many customers "
            "you serve in a year."
        )
    if result.value("needed_share") > 1:
        sentence = _(
            "That is more than all {served} whom you serve in a year: it does not pay by "
            "customers like these."
        )
        served = speak.plural("{number} customer", "{number} customers", "customers_a_year")
        return sentence.format(served=served)
    sentence = _(
        "This pays if {share} of every hundred customers come or come again because of it; the "
        "trial counts them."
    )
    return sentence.format(share=speak("of_hundred"))
