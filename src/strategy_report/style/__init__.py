"""Style names to sizes, inks, line feeds and page masters."""
