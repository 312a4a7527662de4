"""The learner's copies: an update brings new editions and loses nothing."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from helpers import context, copies

ROOT = context.CHECKOUT
LESSONS = ("00_your_company.ipynb", "01_why.ipynb", "02_popular_is_not_fit.ipynb")


def notebook(text: str) -> dict:
    code = {"cell_type": "code", "id": "c", "metadata": {}, "source": ["lesson.run()"]}
    code |= {"execution_count": 1, "outputs": [{"output_type": "stream", "text": ["words\n"]}]}
    words = {"cell_type": "markdown", "id": "w", "metadata": {}, "source": [text]}
    return {"cells": [words, code], "metadata": {"course": 1}, "nbformat": 4, "nbformat_minor": 5}


def put(path: Path, document: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")


def get(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def run_and_save(path: Path) -> None:
    """What JupyterLab leaves in a notebook that was run and saved."""
    document = get(path)
    document["metadata"]["widgets"] = {"state": {}}
    document["metadata"]["language_info"] = {"name": "python", "version": "3.12.1"}
    for cell in document["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            view = {copies.WIDGET_VIEW: {"model_id": "x"}, "text/markdown": "mine"}
            cell["outputs"] = [{"output_type": "display_data", "data": view, "metadata": {}}]
            cell["execution_count"] = 9
            cell["metadata"]["trusted"] = True
    put(path, document)


def write_into(path: Path, text: str) -> None:
    document = get(path)
    document["cells"].append({"cell_type": "markdown", "id": "n", "metadata": {}, "source": [text]})
    put(path, document)


@pytest.fixture
def shipped(tmp_path) -> Path:
    folder = tmp_path / "notebooks"
    put(folder / "01_why.ipynb", notebook("first edition"))
    return folder


@pytest.fixture
def mine(tmp_path, shipped) -> Path:
    folder = tmp_path / "my_course"
    copies.renew(shipped, folder)
    return folder


def test_copies_are_made_and_the_course_is_not_touched(shipped, tmp_path):
    before = (shipped / "01_why.ipynb").read_bytes()
    made = copies.renew(shipped, tmp_path / "my_course")
    assert made == [tmp_path / "my_course" / "01_why.ipynb"]
    assert get(made[0]) == get(shipped / "01_why.ipynb")
    assert (shipped / "01_why.ipynb").read_bytes() == before


def test_a_lesson_that_was_only_run_and_saved_is_renewed_by_an_update(shipped, mine, capsys):
    run_and_save(mine / "01_why.ipynb")
    put(shipped / "01_why.ipynb", notebook("second edition"))
    copies.renew(shipped, mine)
    assert get(mine / "01_why.ipynb") == notebook("second edition")
    assert [p.name for p in mine.glob("*.ipynb")] == ["01_why.ipynb"]
    assert capsys.readouterr().out == ""


def test_without_an_update_what_was_run_stays_and_only_dead_views_go(shipped, mine):
    run_and_save(mine / "01_why.ipynb")
    copies.renew(shipped, mine)
    left = get(mine / "01_why.ipynb")
    assert left["cells"][1]["outputs"][0]["data"] == {"text/markdown": "mine"}
    assert "widgets" not in left["metadata"]


def test_a_changed_lesson_stays_and_the_new_edition_lies_beside_it_once(shipped, mine, capsys):
    write_into(mine / "01_why.ipynb", "my note")
    changed = (mine / "01_why.ipynb").read_bytes()
    put(shipped / "01_why.ipynb", notebook("second edition"))
    copies.renew(shipped, mine)
    said = capsys.readouterr().out
    assert "You changed my_course/01_why.ipynb" in said and "01_why_new_edition.ipynb" in said
    assert (mine / "01_why.ipynb").read_bytes() == changed
    assert get(mine / "01_why_new_edition.ipynb") == notebook("second edition")
    copies.renew(shipped, mine)
    assert capsys.readouterr().out == ""
    assert len(list(mine.glob("*.ipynb"))) == 2


def test_a_new_edition_that_was_changed_too_is_kept_at_the_next_update(shipped, mine):
    for number in ("second", "third", "fourth"):
        name = "01_why.ipynb" if number != "third" else "01_why_new_edition.ipynb"
        write_into(mine / name, f"note before the {number} edition")
        put(shipped / "01_why.ipynb", notebook(f"{number} edition"))
        copies.renew(shipped, mine)
    texts = {p.name: p.read_text(encoding="utf-8") for p in mine.glob("*.ipynb")}
    assert sorted(texts) == [
        "01_why.ipynb",
        "01_why_new_edition.ipynb",
        "01_why_new_edition_2.ipynb",
    ]
    assert "note before the fourth" in texts["01_why.ipynb"]
    assert "note before the third" in texts["01_why_new_edition.ipynb"]
    assert "fourth edition" in texts["01_why_new_edition_2.ipynb"]


def test_a_lesson_that_was_deleted_comes_back(shipped, mine):
    (mine / "01_why.ipynb").unlink()
    copies.renew(shipped, mine)
    assert get(mine / "01_why.ipynb") == notebook("first edition")


@pytest.mark.parametrize("damage", ["{ broken", "[]", '{"cells": 3}', ""])
def test_a_damaged_copy_is_left_and_a_whole_one_lies_beside_it(shipped, mine, capsys, damage):
    (mine / "01_why.ipynb").write_text(damage, encoding="utf-8")
    put(shipped / "01_why.ipynb", notebook("second edition"))
    copies.renew(shipped, mine)
    assert (mine / "01_why.ipynb").read_text(encoding="utf-8") == damage
    assert get(mine / "01_why_new_edition.ipynb") == notebook("second edition")
    assert "no notebook any more" in capsys.readouterr().out


@pytest.mark.parametrize("damage", [None, "{ broken", "[]", '{"01_why.ipynb": {"x": 1}}'])
def test_copies_whose_list_is_lost_are_never_written_over(shipped, mine, damage):
    """As when the copies came from another computer without the hidden file."""
    write_into(mine / "01_why.ipynb", "my note")
    manifest = mine / copies.MANIFEST
    manifest.unlink() if damage is None else manifest.write_text(damage)
    put(shipped / "01_why.ipynb", notebook("second edition"))
    copies.renew(shipped, mine)
    assert "my note" in (mine / "01_why.ipynb").read_text(encoding="utf-8")
    assert get(mine / "01_why_new_edition.ipynb") == notebook("second edition")


def test_a_full_disk_during_an_update_leaves_every_copy_whole(shipped, mine, monkeypatch):
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    put(shipped / "01_why.ipynb", notebook("second edition"))
    monkeypatch.setattr(copies.files, "move", full)
    with pytest.raises(OSError, match="No space left"):
        copies.renew(shipped, mine)
    assert get(mine / "01_why.ipynb") == notebook("first edition")
    assert sorted(p.name for p in mine.iterdir()) == [copies.MANIFEST, "01_why.ipynb"]
    monkeypatch.undo()
    copies.renew(shipped, mine)
    assert get(mine / "01_why.ipynb") == notebook("second edition")


# From release to release ---------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    names = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    run = subprocess.run(["git", *names, *arguments], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def release(folder: Path, number: int) -> None:
    """Change every lesson, as a new release does."""
    for path in (folder / "notebooks").glob("*.ipynb"):
        document = get(path)
        document["cells"][0]["source"] = [f"release {number}\n", *document["cells"][0]["source"]]
        put(path, document)


@pytest.fixture
def published(tmp_path) -> Path:
    """A repository with one release of the course's notebooks."""
    folder = tmp_path / "published"
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copy(ROOT / ".gitignore", folder)
    git(tmp_path, "init", "-q", "-b", "main", "published")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "release 1")
    return folder


def learn(folder: Path) -> None:
    """Three lessons run and saved, a note written into the last of them, answers saved."""
    copies.renew(folder / "notebooks", folder / "my_course")
    for name in LESSONS:
        run_and_save(folder / "my_course" / name)
    write_into(folder / "my_course" / LESSONS[2], "my note")
    (folder / "my_company").mkdir()
    (folder / "my_company" / "company.json").write_text("{}")


def nothing_lost(folder: Path, capsys: pytest.CaptureFixture) -> None:
    copies.renew(folder / "notebooks", folder / "my_course")
    for name in LESSONS[:2]:
        assert get(folder / "my_course" / name) == get(folder / "notebooks" / name)
    assert "my note" in (folder / "my_course" / LESSONS[2]).read_text(encoding="utf-8")
    beside = folder / "my_course" / "02_popular_is_not_fit_new_edition.ipynb"
    assert get(beside) == get(folder / "notebooks" / LESSONS[2])
    assert "release 2" in beside.read_text(encoding="utf-8")
    assert (folder / "my_company" / "company.json").read_text() == "{}"
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_git_pull_after_running_and_saving_three_lessons(published, tmp_path, capsys):
    git(tmp_path, "clone", "-q", "published", "course")
    course = tmp_path / "course"
    learn(course)
    assert git(course, "status", "--porcelain") == ""
    release(published, 2)
    git(published, "commit", "-qam", "release 2")
    git(course, "pull", "-q")
    nothing_lost(course, capsys)


def test_a_new_zip_unpacked_over_the_old_folder(published, tmp_path, capsys):
    course = tmp_path / "course"
    shutil.copytree(published / "notebooks", course / "notebooks")
    learn(course)
    release(published, 2)
    packed = shutil.make_archive(str(tmp_path / "new"), "zip", published, "notebooks")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(course)
    nothing_lost(course, capsys)


def test_the_readme_s_way_from_a_release_whose_lessons_were_run_in_place(published, tmp_path):
    """Release 0.1.0 had no copies: there a pull is refused, and the README says what to do."""
    git(tmp_path, "clone", "-q", "published", "course")
    course = tmp_path / "course"
    for name in LESSONS:
        run_and_save(course / "notebooks" / name)
    write_into(course / "notebooks" / LESSONS[2], "my note")
    release(published, 2)
    git(published, "commit", "-qam", "release 2")
    steps = re_steps((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [step.split()[1] for step in steps] == ["stash", "pull"]
    for step in steps:
        git(course, *step.split()[1:])
    copies.renew(course / "notebooks", course / "my_course")
    assert "release 2" in (course / "my_course" / LESSONS[2]).read_text(encoding="utf-8")
    assert "my note" in git(course, "stash", "show", "-p")


def re_steps(readme: str) -> list[str]:
    """The commands that the README gives for release 0.1.0."""
    part = readme.split("release 0.1.0", 1)[1].split("```", 2)[1]
    return [line for line in part.splitlines() if line.startswith("git ")]
