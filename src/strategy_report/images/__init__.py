"""Photo files to pixels, size and colour profile."""
