"""`python -m helpers`: the same as the command `course`, also in a folder that was moved."""

import sys

from helpers.cli import main

sys.exit(main())
