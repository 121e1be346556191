"""PDF files, ours or from elsewhere, read back: what is painted, what is read, by which rules."""
