"""Kernels that nbval starts see the date of the saved words and no company file."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

os.environ["COURSE_TODAY"] = "2026-11-23"
os.environ["COURSE_FOLDER"] = str(Path(tempfile.mkdtemp()) / "my_company")
os.environ["COURSE_LANGUAGE"] = "en"
os.environ["COURSE_PACK"] = ""
os.environ["COURSE_KEPT"] = "yes"  # for the kernels of the notebooks

# A slow machine is no fault of the code, so no example has a deadline. CI tries the same
# examples each time, so that it judges a change and not its luck; others look for new ones.
settings.register_profile("course", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "course")
