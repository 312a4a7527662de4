"""What keeps the course in order: for developers, no part of the wheel."""
