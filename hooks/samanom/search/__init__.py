"""What the search engine is fed: words that a page does not hold, but that people look for it by."""

from .feed import with_search
from .labels import labels
from .vocabulary import vocabulary

__all__ = ["labels", "vocabulary", "with_search"]
