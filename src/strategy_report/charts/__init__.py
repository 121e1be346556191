"""A chart's data to a drawing and its alternative text."""
