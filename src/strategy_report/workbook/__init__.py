"""A Plan as tables that spreadsheets open."""
