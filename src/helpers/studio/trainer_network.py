"""A network more: its row, and rows like those of a network that there is already."""

import colorsys
import re
from collections.abc import Callable
from typing import Any

from helpers import context, look
from helpers.data import checks, files
from helpers.data.money import EUROS
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.trainer_form import Desk, Files, Rows, Sentences, TrainerForm
from helpers.studio.trainer_forms import plain
from helpers.words.locale import _

LEAST = 3.0
"""Contrast of a mark in a picture against both grounds (WCAG 2.2, AA)."""
LONGEST = 20


class NetworkForm(TrainerForm):
    """Name, character, colour and users of a network; all else begins as with another one."""

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(desk, after)
        tables = desk.tables()
        networks = [(tables.name("network", key), key) for key in tables.network_keys]
        fields: dict[str, Any] = {
            "name": controls.line(_("Name of the network"), ""),
            "character": controls.line(_("What people do there, in a sentence"), ""),
            "like": controls.choice(_("It is rated and costs like"), networks, networks[0][1]),
            "colour": controls.line(_("Colour of its marks"), free_colour(tables), "#3366aa"),
        }
        shares = {"low": _("at the least"), "default": _("usually"), "high": _("at the most")}
        for name, said in shares.items():
            label = _("Share of adults who use it, {which}").format(which=said)
            fields[name] = controls.dial(label, 0.0, 1.0, 0.0, 0.01, "share")
        fields["reason"] = controls.line(_("Who says so"), "")
        for name in ("name", "character", "reason"):
            fields[name].layout.max_width = "100%"
        self.ask(fields)

    @property
    def key(self) -> str:
        """The key of the network: small letters of its name."""
        plain_name = files.plain_name(self.value("name"), 60, "").replace("-", "_")
        return re.sub("^[^a-z]+", "", re.sub("[^a-z0-9_]", "", plain_name))[:LONGEST].strip("_")

    def missing(self) -> Sentences:
        found: Sentences = {}
        tables = self.desk.tables()
        for name in ("name", "character", "reason"):
            if not self.value(name):
                found[name] = [_("Fill this in.")]
        if "name" not in found and not self.key:
            found["name"] = [_("Write the name with at least one letter from a to z.")]
        elif self.key in tables.networks.index:
            found["name"] = [_("The pack or the course has this network already.")]
        colour = self.value("colour").lower()
        if not re.fullmatch("#[0-9a-f]{6}", colour):
            found["colour"] = [_("Write # and six signs from 0 to 9 and a to f.")]
        elif not visible(colour):
            found["colour"] = [_("This colour can hardly be seen on white or on black.")]
        if self.value("high") == 0:
            found["high"] = [_("A network that nobody uses is none; move this up.")]
        elif self.value("low") == 0:
            found["low"] = [_("Something is divided by it: let it be more than 0.")]
        return found

    def blank(self) -> bool:
        """Without a name there is no network yet."""
        return not self.value("name")

    def changes(self) -> Files:
        like, key, name = self.value("like"), self.key, self.value("name")
        today = context.current().today.isoformat()
        other = self.desk.tables().name("network", like)
        reason = _("As for {network}, until somebody looks.").format(network=other)
        assumed = {"basis": "teaching assumption", "evidence": "", "reviewed_on": today}

        def network(rows: Rows) -> Rows:
            last = max(int(row["position"]) for row in rows)
            row = {**_row(rows, "network", like), "network": key, "name": name}
            row |= {"position": str(last + 1), "character": self.value("character")}
            row |= {"audience_basis": checks.ASSUMED, "colour": self.value("colour").lower()}
            return [*rows, row]

        def rated(rows: Rows) -> Rows:
            same = [row for row in rows if row["network"] == like]
            more = [{**row, **assumed, "network": key, "reason": reason} for row in same]
            return [*rows, *more]

        def posted(rows: Rows) -> Rows:
            return [*rows, *({**r, "network": key} for r in rows if r["network"] == like)]

        def assumptions(rows: Rows) -> Rows:
            more = []
            for kind in checks.LEDGER_OF_NETWORK:
                row = _row(rows, "key", f"{kind}_{like}")
                if row["unit"] == EUROS:  # in the currency of the class, as it is in force
                    now = self.desk.tables().assumptions[row["key"]]
                    figures = ("low", "default", "high", "step")
                    row = {**row, **{name: plain(getattr(now, name)) for name in figures}}
                label = row["label"].replace(other, name)
                label = label if label != row["label"] else f"{name}: {label}"
                row = {**row, **assumed, "key": f"{kind}_{key}", "label": label, "reason": reason}
                more.append(row)
            users = {
                **{name: plain(self.value(name)) for name in ("low", "default", "high")},
                "key": f"{checks.USERS}_{key}",
                "label": _("{network}: share of adults who use it").format(network=name),
                "step": "0.01",
                "unit": "share",
                "reason": self.value("reason"),
            }
            return [*rows, *more, {**assumed, **users}]

        made: dict[str, bytes] = {}
        for table, change in (
            ("assumptions", assumptions),
            ("cadence", posted),
            ("ratings", rated),
            ("networks", network),
        ):
            made |= self.desk.with_rows(table, change)
        return made

    def saved(self) -> str:
        sentence = _("Saved: {name}, with the ratings, posts and costs of {like}.")
        like = self.desk.tables().name("network", self.value("like"))
        return sentence.format(name=self.value("name"), like=like)


def _row(rows: Rows, column: str, key: str) -> dict[str, str]:
    return next(row for row in rows if row[column] == key)


def visible(colour: str) -> bool:
    """Whether a mark of this colour can be seen on both grounds."""
    return all(look.contrast(colour, theme["paper"]) >= LEAST for theme in look.THEMES.values())


def free_colour(tables: Tables) -> str:
    """A colour that can be seen and that lies between those of the networks."""

    def hue(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return colorsys.rgb_to_hsv(red, green, blue)[0]

    taken = [hue(tables.colour(key)) for key in tables.network_keys]

    def free(at: float) -> float:
        return min(min(abs(at - one), 1 - abs(at - one)) for one in taken)

    found: list[tuple[float, str]] = []
    for degree in range(0, 360, 5):
        for light in (0.45, 0.55, 0.65, 0.75):
            rgb = colorsys.hsv_to_rgb(degree / 360, 0.6, light)
            colour = "#" + "".join(f"{round(255 * part):02x}" for part in rgb)
            if visible(colour):
                found.append((free(degree / 360), colour))
    return max(found)[1]
