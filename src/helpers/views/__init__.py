"""The pictures and their words, side by side. Views know results, never widgets."""
