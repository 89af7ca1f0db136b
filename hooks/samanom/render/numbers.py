"""Numbers as Norwegian writes them."""

from __future__ import annotations


def format_number(value: float) -> str:
    """As Norwegian writes it: «8,87», «6 652», «−17»."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    whole, _, part = text.replace("-", "\u2212").partition(".")
    return whole.replace(",", "\u00a0") + (f",{part}" if part else "")


def format_change(value: float) -> str:
    """With its sign: «+6,8», «−0,6», «0»."""
    return f"{'+' if value > 0 else ''}{format_number(value)}"
