"""A Story to a Book."""
