"""Words in the learner's language, numbers and units, and what may not pass unescaped."""
