"""Numbers as Norwegian writes them."""

from __future__ import annotations


def format_number(value: float) -> str:
    """As Norwegian writes it: «8,87», «6 652»."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    whole, _, part = text.partition(".")
    return whole.replace(",", "\u00a0") + (f",{part}" if part else "")
