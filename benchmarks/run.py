"""How long a build takes, and how much memory: filled in below."""
