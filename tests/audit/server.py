"""Serves a finished site as a real host should: compressed, kept as long as it may be, with its own page for errors."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
TYPES = {".js": "text/javascript", ".ics": "text/calendar", ".vcf": "text/vcard", ".geojson": "application/geo+json"}
"""Beside those that Python knows."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serves the folder on a free port of this machine; gives the address, without the last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def keeps(path: str) -> str:
    """How long a reader's copy may be used unasked: a font never changes under its name, all else may."""
    return "public, max-age=31536000, immutable" if path.endswith(".woff2") else "no-cache"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def send_head(self) -> BytesIO:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            return self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{self.path}/"})
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            return self._file(Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND)
        return self._file(file, HTTPStatus.OK)

    def _file(self, file: Path, status: HTTPStatus) -> BytesIO:
        kind = self.guess_type(file)
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        zipped = text and "gzip" in self.headers.get("Accept-Encoding", "")
        body, tag = _body(file, zipped)
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            return self._answer(HTTPStatus.NOT_MODIFIED, b"", {"ETag": tag})
        headers = {
            "Content-Type": f"{kind}; charset=utf-8" if text else kind,
            "Cache-Control": keeps(self.path),
            "ETag": tag,
            "Vary": "Accept-Encoding",
        }
        return self._answer(status, body, headers | ({"Content-Encoding": "gzip"} if zipped else {}))

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> BytesIO:
        self.send_response(status)
        for name, value in (ALWAYS | headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@cache
def _body(file: Path, zipped: bool) -> tuple[bytes, str]:
    """What is sent of a file, and a tag that tells it from every other."""
    body = gzip.compress(file.read_bytes(), mtime=0) if zipped else file.read_bytes()
    return body, f'"{sha256(body).hexdigest()[:16]}"'
