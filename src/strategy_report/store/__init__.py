"""Bytes to files: temporary name, fsync, rename, lock; a cache keyed by hash."""
