"""A Plan to a Story: blocks in reading order, every word resolved."""
