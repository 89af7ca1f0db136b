"""The command line: what it tells people and programs, and what it does when a file is saved."""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
import samanom
from built import ROOT
from samanom import progress
from samanom.__main__ import main
from samanom.clock import build_date
from samanom.commands.report import as_annotations
from samanom.problems import Place, Problem

FAULT = "people:\n  - id: a\n    name: A\n"


@pytest.fixture
def watching(tiny: Path) -> Iterator[subprocess.Popen[str]]:
    """`samanom check --watch`, ended after a minute whatever happens."""
    command = [sys.executable, "-u", "-m", "samanom", "--rot", str(tiny), "check", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        end = Timer(60, running.kill)
        end.start()
        yield running
        end.cancel()
        running.kill()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["due", "--dato", "2016-13-01"], "--dato: «2016-13-01» er ingen dag. Skriv f.eks. 2016-12-31."),
        (["due", "--dato"], "--dato skal ha noe etter seg."),
        (["desk", "--port", "åtte"], "--port: «åtte» passer ikke der."),
        (["tull"], "«tull» er ikke noe som kan velges."),
        (["check", "--tull"], "«--tull» er ikke noe som kan stå her."),
        (["mail"], "ÅR-NUMMER mangler."),
    ],
)
def test_what_is_not_understood_is_told(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(line)
    assert capsys.readouterr().err.endswith(f"\n{said} Se ovenfor hva som kan skrives.\n")


def test_help_is_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    told = capsys.readouterr().out
    words = ("new", "check", "due", "fmt", "schema", "export", "index", "picture", "swap")
    assert [word for word in words if not re.search(rf"^    {word} ", told, re.MULTILINE)] == []
    assert not re.search(r"\b(usage|options|optional|positional|arguments|show this help)\b", told)


def test_problems_as_json(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "data/people.yaml").write_text(FAULT, encoding="utf-8")
    assert main(["--rot", str(tiny), "check", "--som", "json"]) == 1
    said = capsys.readouterr()
    help = "Legg til roles: Rollene, den siste først."
    row = {"file": "data/people.yaml", "line": 2, "column": 5, "message": "«roles» mangler", "help": help}
    assert (json.loads(said.out), said.err) == ([row], "")


def test_no_problems_as_json(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(tiny), "check", "--som", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_problems_as_annotations(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "data/people.yaml").write_text(FAULT, encoding="utf-8")
    assert main(["--rot", str(tiny), "check", "--som", "github"]) == 1
    expected = (
        "::error file=data/people.yaml,line=2,col=5::«roles» mangler. Legg til roles: Rollene, den siste først.\n"
    )
    assert capsys.readouterr().out == expected


def test_annotations_are_escaped() -> None:
    problem = Problem(Place("content/a,b:c.md", 3, 4), "100 %\nto linjer", "")
    assert as_annotations([problem]) == "::error file=content/a%2Cb%3Ac.md,line=3,col=4::100 %25%0Ato linjer."


def test_a_saved_file_is_checked(tiny: Path, watching: subprocess.Popen[str]) -> None:
    """In the lines that the task of the code editor waits for."""
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]["problemMatcher"][
        "background"
    ]
    begins, ends = re.compile(task["beginsPattern"]), re.compile(task["endsPattern"])
    file = tiny / "data/people.yaml"
    sound = file.read_text(encoding="utf-8")
    assert until(ends, watching)[-1].endswith(f"Ingen feil i data/ og content/: {pages(tiny)} sider.")
    file.write_text(FAULT, encoding="utf-8")
    first, *told, last = until(ends, watching)
    assert begins.match(first) and told[0].startswith("data/people.yaml:2:5: «roles» mangler. ")
    assert last.endswith(f"{len(told)} feil funnet.")
    file.write_text(sound, encoding="utf-8")
    assert "Ingen feil" in until(ends, watching)[-1]
    watching.send_signal(signal.SIGINT)
    assert (watching.stdout and watching.stdout.read(), watching.wait()) == ("\n", 0)


def test_one_who_waits_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.progress("Bygger"):
        while "Bygger" not in screen.getvalue():
            time.sleep(0.01)
    assert re.fullmatch(r"\rBygger … 0 s\r\x1b\[K", screen.getvalue())


def test_a_log_and_one_who_need_not_wait_are_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, log = Screen(), io.StringIO()
    for stream, patience in ((screen, 60), (log, 0)):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        with progress.progress("Bygger"):
            time.sleep(0.05)
        assert stream.getvalue() == ""


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def until(ends: re.Pattern[str], running: subprocess.Popen[str]) -> list[str]:
    """The lines of one check, the last included."""
    lines: list[str] = []
    for line in running.stdout or ():
        if re.match(r"\d\d:\d\d:\d\d|data/|content/", line):
            lines.append(line.rstrip("\n"))
        if ends.match(line):
            break
    return lines


def pages(root: Path) -> int:
    return len(samanom.build(root, build_date(root)).pages)
