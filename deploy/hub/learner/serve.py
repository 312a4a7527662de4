"""Starts a learner's server without what no learner uses, so that a class fits into less.

The Hub's setting `Spawner.cmd` names this file. Optional checkers of addresses build a grammar,
which costs more than half of the start and 16 MB; `rich` colours messages that nobody reads.
Whoever imports them goes on without.
"""

import sys

UNUSED = ("lark", "rfc3987_syntax", "rich", "debugpy")

for module in UNUSED:
    sys.modules[module] = None  # "not installed"

if __name__ == "__main__":
    from jupyterhub.singleuser import main

    main()
