"""The data others can take: what each field means, and where it comes from.

The rows are a promise: fields may be added, never renamed or removed. What is not known is null, or an empty list.
"""

from __future__ import annotations

from .datasets import DATASETS
from .files import data_files

__all__ = ["DATASETS", "data_files"]
