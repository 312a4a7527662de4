"""What learners hand in: one file each, written, read back and told apart."""
