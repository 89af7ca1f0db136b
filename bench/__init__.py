"""How well the search answers beside others, and what the site costs with 10,000 examples: `make bench`."""

from __future__ import annotations
