"""A Book to PDF bytes."""
