"""The vocabulary of a finished book: what stands where, and as what."""
