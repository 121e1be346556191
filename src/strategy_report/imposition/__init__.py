"""A Book to the book that a press or a copier takes: marks, white pages, sheets."""
