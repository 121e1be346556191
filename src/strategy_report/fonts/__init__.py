"""Font files to metrics, glyphs and subsets."""
