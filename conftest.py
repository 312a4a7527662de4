"""Kernels that nbval starts see the date of the saved words and no company file."""

import os
import tempfile
from pathlib import Path

os.environ["COURSE_TODAY"] = "2026-11-23"
os.environ["COURSE_FOLDER"] = str(Path(tempfile.mkdtemp()) / "my_company")
os.environ["COURSE_LANGUAGE"] = "en"
os.environ["COURSE_PACK"] = ""
