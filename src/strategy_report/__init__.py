"""Typeset a municipality's strategy report: YAML in, Japanese booklet out."""
