"""YAML text to a Plan; an edit to YAML text."""
