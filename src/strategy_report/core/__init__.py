"""The values everyone shares: lengths, places, inks, diagnostics."""
