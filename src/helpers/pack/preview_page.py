"""What a pack changes as a page: sentences before and after, pictures side by side."""

from html import escape
from pathlib import Path

from helpers import context, look
from helpers.data import files
from helpers.pack.preview import Change, LessonChange, Preview, Redrawn
from helpers.pack.shown import WIDTH, Picture
from helpers.words.locale import _

INDEX = "index.html"
STYLE = """
body { font: 16px/1.5 Inter, system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
  padding: 0 1rem; color: var(--byp-ink); background: var(--byp-paper); }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.5rem; }
p { max-width: 44rem; overflow-wrap: anywhere; }
del { color: var(--byp-missing); } ins { color: var(--byp-good); font-weight: 600; }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; flex: 1 1 20rem; max-width: 34rem; } img { max-width: 100%; height: auto; }
figcaption { color: var(--byp-soft); }
"""


def write(shown: Preview, folder: Path) -> list[Path]:
    """Write the changed pictures and the page that shows them; the page comes last.

    Raises ``OSError`` where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, bytes] = {}
    sections = [_section(one, made) for one in shown.changed]
    made[INDEX] = _page(shown, sections).encode("utf-8")
    for name, content in made.items():
        files.replace(folder / name, content, files.PUBLIC)
    return [folder / name for name in made]


def _page(shown: Preview, sections: list[str]) -> str:
    title = escape(_("What {name} changes").format(name=shown.name))
    told = "".join(
        f"<p>{escape(line)}</p>" for line in (*shown.news, shown.summary(), shown.same())
    )
    colours = "; ".join(f"--byp-{key}: {value}" for key, value in look.THEMES["light"].items())
    return (
        f'<!DOCTYPE html>\n<html lang="{context.current().language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>:root {{ {colours} }}{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{told}{''.join(sections)}</main></body></html>\n"
    )


def _section(one: LessonChange, made: dict[str, bytes]) -> str:
    """A lesson of the page; its pictures are put among the files that are made."""
    lines = [f"<h2>{escape(one.heading)}</h2>"]
    place = ""
    for change in one.sentences:
        if change.place != place:
            place = change.place
            lines.append(f"<h3>{escape(place)}</h3>")
        lines.append(f"<p>{_said(change)}</p>")
    for number, redrawn in enumerate(one.pictures, start=1):
        stem = f"{one.number:02d}-{one.slug}-{number}"
        heading = _("Picture: {place}").format(place=redrawn.place)
        lines.append(f"<h3>{escape(heading)}</h3>")
        lines.append(_pair(redrawn, stem, made))
    return "\n".join(lines)


def _said(change: Change) -> str:
    """Old words struck out, new ones after them."""
    words = []
    for before, after in change.pieces():
        if before == after:
            words.append(escape(before))
            continue
        words += [f"<del>{escape(before)}</del>"] * bool(before)
        words += [f"<ins>{escape(after)}</ins>"] * bool(after)
    return " ".join(words)


def _pair(redrawn: Redrawn, stem: str, made: dict[str, bytes]) -> str:
    sides = (
        (_("Without the pack"), "before", redrawn.before),
        (_("With it"), "after", redrawn.after),
    )
    return f'<div class="pair">{"".join(_figure(*side, stem, made) for side in sides)}</div>'


def _figure(
    caption: str, side: str, picture: Picture | None, stem: str, made: dict[str, bytes]
) -> str:
    if picture is None:
        caption = _("{side}: no picture").format(side=caption)
        return f"<figure><figcaption>{escape(caption)}</figcaption></figure>"
    name = f"{stem}-{side}.png"
    made[name] = picture.png
    shown = f'<img src="{name}" width="{WIDTH}" alt="{escape(picture.alt)}">'
    return f"<figure>{shown}<figcaption>{escape(caption)}</figcaption></figure>"
