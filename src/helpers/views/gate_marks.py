"""Gate marks: the sign of each state of a gate, for tables that have no room for its word."""

from helpers.models.gates import BORDERLINE, OFF, PASS, SKIPPED, STOP, WAIT

SIGNS = {PASS: "✓", BORDERLINE: "≈", WAIT: "!", STOP: "✗", OFF: "·", SKIPPED: "–"}
