"""A Plan to diagnostics."""
