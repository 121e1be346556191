"""The vocabulary of a plan; it knows no paper."""
