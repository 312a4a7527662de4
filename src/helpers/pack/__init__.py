"""What a trainer does with a pack: check it."""
