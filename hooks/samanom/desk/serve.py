"""The desk on one's own machine: the site, the editor, and what became of what was saved last."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http import HTTPStatus
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from .. import build
from ..clock import build_date
from ..problems import ProblemsFound
from .told import in_forms
from .watching import changes

SERVER = Path(__file__).resolve().parents[3] / "desk/node_modules/decap-server/dist/index.js"
"""Decap's own server for local files, as npm installs it."""
OWN = ("127.0.0.1", "localhost")

CHANGED = (
    "Noen har lagret den samme filen etter at du åpnet den, så ingenting ble lagret nå. "
    "Ta vare på det du har skrevet, last siden på nytt, og skriv det inn der."
)


@dataclass
class Told:
    """What the editor is told, as `/admin/kontroll.json` has it."""

    state: str = "bygger"
    text: str = ""
    problems: list[dict[str, str]] = field(default_factory=list)
    number: int = 0
    """How many times something was saved."""

    def say(self, state: str, text: str, problems: list[dict[str, str]] | None = None) -> None:
        self.state, self.text, self.problems = state, text, problems or []
        told = (f"  {each['file']}: {each['message']}. {each['help']}" for each in self.problems)
        print(text, *told, sep="\n", flush=True)


def desk(root: Path, port: int = 8000) -> int:
    """Serves until it is stopped. Raises OSError where the port is in use."""
    told = Told()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started is stopped too, as by Ctrl-C
    with _file_server(root) as files, _site_server(root, port, told, files) as address:
        print(f"Rediger på {address}/admin/ – se nettstedet på {address}/ – stopp med Ctrl-C.", flush=True)
        for _ in changes(root, at_once=True):
            publish(root, told)
    return 0


def publish(root: Path, told: Told) -> None:
    """Checks what was saved, and builds the site anew when nothing is wrong; the last good one stays until then."""
    told.number += 1
    told.say("bygger", "Kontrollerer det som er lagret …")
    try:
        build(root, build_date(root))
    except OSError as error:
        told.say("feil", f"Filene kunne ikke leses, og nettstedet er som før. Lagre en gang til. ({error})")
        return
    except ProblemsFound as found:
        problems = [in_forms(root, each) for each in found.problems]
        count = f"{len(problems)} feil" if len(problems) > 1 else "Én feil"
        told.say("feil", f"{count}. Nettstedet er som før til alt stemmer.", problems)
        return
    told.say("bygger", "Ingen feil. Bygger nettstedet, det tar et halvt minutt …")
    done = subprocess.run(
        ["make", "--no-print-directory", "site"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if not line.startswith("make")]
        told.say("feil", f"Nettstedet ble ikke bygd, og er som før. {' '.join(said)[-2000:]}")
    else:
        told.say("ok", "Alt stemmer, og nettstedet er bygd på nytt på denne maskinen.")


def waiting(told: Told) -> str:
    """What is shown until the site has been built once; it looks again by itself."""
    items = "".join(escape(f"{each['place']}: {each['message']}. {each['help']}") + "<br>" for each in told.problems)
    head = '<!doctype html><html lang="nb"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
    return f"{head}<title>Vent litt</title><h1>Nettstedet bygges for første gang</h1><p>{escape(told.text)}<p>{items}"


class Handler(SimpleHTTPRequestHandler):
    """The finished site, what the editor is told, and the way to the files."""

    def __init__(self, *about: Any, root: Path, told: Told, files: int, **more: Any) -> None:
        self.root, self.told, self.files = root, told, files
        super().__init__(*about, **more)

    def do_GET(self) -> None:
        if urlsplit(self.path).path == "/admin/kontroll.json":
            self._answer(200, json.dumps(vars(self.told), ensure_ascii=False).encode())
        elif not Path(self.directory, "index.html").exists():
            self._answer(200, waiting(self.told).encode(), "text/html")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Hands the editor's request on, when it is the editor's: pages of other sites can send no such."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        is_json = self.headers.get_content_type() == "application/json"
        if self.path != "/admin/api/v1" or host not in OWN or not is_json:
            self._answer(403, b"{}")
            return
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        if any(_has_changed(self.root / name, text) for name, text in asked.pop("opened", {}).items()):
            self._answer(409, json.dumps({"error": CHANGED}).encode())
            return
        body = json.dumps(asked).encode()
        connection = HTTPConnection("127.0.0.1", self.files, timeout=60)
        try:
            connection.request("POST", "/api/v1", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            self._answer(answer.status, answer.read())
        except OSError:
            self._answer(502, json.dumps({"error": "Filene svarer ikke. Stopp make desk og start det igjen."}).encode())
        finally:
            connection.close()

    def _answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not on the site, a draft for one, is told as the site tells it."""
        page = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and page.exists():
            self._answer(code, page.read_bytes(), "text/html")
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *about: Any) -> None:
        """Says nothing: an editor has no use for it."""


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was left before it was there is no fault to tell of."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _has_changed(path: Path, text: str) -> bool:
    """Since it was opened with this text; what is gone has."""
    return not path.is_file() or path.read_bytes() != text.encode()


@contextmanager
def _site_server(root: Path, port: int, told: Told, files: int) -> Iterator[str]:
    """Where the site is served, without the last slash."""
    handler = partial(Handler, directory=str(root / "site"), root=root, told=told, files=files)
    server = Server(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def _file_server(root: Path) -> Iterator[int]:
    """Decap's own server for local files, on a port that programs of this machine alone can reach."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    place = {"PORT": str(port), "BIND_HOST": "127.0.0.1", "MODE": "fs", "GIT_REPO_DIRECTORY": str(root)}
    command = ["node", str(SERVER)]
    process = subprocess.Popen(command, cwd=root, env=os.environ | place, stdout=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()
