"""Arguments to one call of the path; diagnostics to text; exit code."""
