"""What is wrong with a company document: taken out of it, and said in plain sentences."""

from helpers.company.schema import schema
from helpers.data import schema_faults
from helpers.data.schema_faults import short
from helpers.words.locale import _, too_long


def name_it(document: dict, file: str) -> list[str]:
    """Give the document a name that can be used; a sentence if it had none.

    A firm without a name keeps all its other answers, and every later save goes through.
    """
    rule, name = schema()["properties"]["name"], document.get("name")
    where = _("{file}, field {field}").format(file=file, field="name")
    if isinstance(name, str) and len(name) > rule["maxLength"]:
        document["name"] = name[: rule["maxLength"]].strip()
        problem = too_long(rule["maxLength"])
        return [f"{where}: {short(name)} {problem}"]
    if not isinstance(name, str) or not name.strip():
        document["name"] = _("Our company")
        problem = _("must not be empty; fill it in.")
        return [f"{where}: {problem}"]
    return []


def take_out_faults(document: dict, file: str) -> list[str]:
    """Take what no company can hold out of the document; a sentence for each."""
    return schema_faults.take_out_faults(document, file, schema())


def take_out_contradictions(document: dict, file: str) -> list[str]:
    """Take out what contradicts another field; a sentence for each."""
    sentences = []
    asked = document.get("asked", 0)
    for network, count in list(document.get("weekly", {}).items()):
        if count > asked:
            problem = _(
                "{file}, field weekly.{network}: {count} is more than were asked ({asked})."
            )
            sentences.append(problem.format(file=file, network=network, count=count, asked=asked))
            del document["weekly"][network]
    return sentences
