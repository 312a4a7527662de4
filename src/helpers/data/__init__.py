"""The course's data: read calmly, checked, and what was read kept on record."""
