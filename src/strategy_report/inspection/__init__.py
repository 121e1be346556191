"""PDF files, ours or from elsewhere, read back: what is painted, in which inks, by which rules."""
