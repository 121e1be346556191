"""A paragraph and a line length to lines (JLREQ)."""
