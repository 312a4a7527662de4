"""The decision memo: its words (``compose``), their setting (``docx``, ``html``), its file."""
