"""Addresses that open an e-mail with its subject and text in place."""

from __future__ import annotations

from urllib.parse import quote


def mailto(address: str, subject: str, text: str = "") -> str:
    """By RFC 6068; without an address the sender says whom it is for."""
    fields = {"subject": subject, "body": text.replace("\n", "\r\n")}
    told = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{address}?{told}"
