"""Exercises: parts of their own kind, each asked in one lesson or at the end of all."""
