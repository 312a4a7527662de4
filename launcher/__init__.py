"""What `start.py` does, on the standard library alone: set up, keep copies, open, test."""
