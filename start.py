"""Set the course up and open it. Needs nothing but Python.

    python start.py               set up, then open the course in JupyterLab
    python start.py --pack FILE   the same with a trainer's pack (a ZIP, or an https address)
    python start.py memo ...      write the decision memo of a company
    python start.py export ...    write lessons as pages or slides
    python start.py pack ...      begin a trainer's pack, see what it changes, zip it
    python start.py check ...     tell all that is wrong with a trainer's pack
    python start.py site -o FOLDER    build the web edition: nothing to install, one link
    python start.py install       only set up, for example for a class
    python start.py test          set up for developers, then run the tests
    python start.py bench         set up for developers, then measure how fast it answers

What stands behind is passed on: `python start.py --no-browser` to JupyterLab,
`python start.py test -k fit` to pytest.

The work is done in the folder `launcher`. This file has to be read by any Python, old
ones too, so that a sentence can say that Python is too old; so nothing modern in here.
"""

import os
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def written(version):
    return ".".join(str(number) for number in version)


def too_old(found):
    """The sentence for a Python that cannot run the course."""
    return (
        "The course needs Python {} or newer; this is Python {}.\n"
        "Install a newer one from python.org and run this file with it.\n"
        "Perhaps there is one already: try python3 in place of python."
    ).format(written(OLDEST), written(found))


def newer(found):
    """The sentence for a Python that nobody has tried with the course yet."""
    return (
        "Python {} is newer than those the course was tried with ({} to {}).\n"
        "It goes on. If something stops, install Python {} beside it."
    ).format(written(found), written(OLDEST), written(NEWEST), written(NEWEST))


def main(arguments):
    found = tuple(sys.version_info[:3])
    if found[:2] < OLDEST:
        sys.exit(too_old(found))
    if found[:2] > NEWEST:
        sys.stderr.write(newer(found) + "\n")
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from launcher import commands

    return commands.main(arguments, __doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
