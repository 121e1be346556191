"""What differs between two editions, where it shows, and the sheets that say so."""
