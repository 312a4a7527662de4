"""What the course leaves out when it imports jsonschema."""

import subprocess
import sys

CODE = """
import sys
import helpers.lessons.resources
print([name for name in ("rfc3987_syntax", "lark", "arrow") if name in sys.modules])
import rfc3987_syntax
"""


def test_a_lesson_starts_without_a_grammar_of_addresses_and_others_may_still_have_it():
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True)
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr[-500:]
