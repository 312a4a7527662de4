"""What `start.py` does, on the standard library alone: set up, open, test."""
