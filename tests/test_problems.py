"""Each case in broken/ says itself what its editor must be told, and where.

A case is a file `<kind>/<fault>.yaml` or `.md` that states, at the end of a line at fault, `# feil: <message>. <help>`
(`<!-- feil: … -->` in Markdown); or a folder that is laid over tiny/, with the report in `expect.txt` and the files to
remove, if any, in `slett.txt`. A new case is a new file.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import samanom
from samanom.__main__ import main

BROKEN = Path(__file__).with_name("broken")
FOLDERS = sorted(path.parent for path in BROKEN.glob("*/expect.txt"))
FILES = sorted(path for path in BROKEN.glob("*/*") if path.suffix in (".yaml", ".md") and path.parent not in FOLDERS)
CHECKING = (
    *("dates", "facts", "load", "mentions", "model/*", "prose", "reference", "relate"),
    *("render/addresses", "source", "strict", "syntax", "validate"),
)
"""The modules that tell editors what is wrong."""

MARK = re.compile(r"[ \t]*(?:# feil: (?P<yaml>.+?)(?=[ \t]+# feil: |$)|<!-- feil: (?P<markdown>.+?) -->)", re.MULTILINE)
REPORT = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):\d+: (?P<text>.+\.( .+[.?])?)")


def name(case: Path) -> str:
    return case.relative_to(BROKEN).as_posix()


@pytest.mark.parametrize("case", FILES, ids=name)
def test_the_line_at_fault_says_what_is_reported(case: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = place(case)
    text = case.read_text(encoding="utf-8")
    (tiny / target).write_text(MARK.sub("", text), encoding="utf-8")
    told = [REPORT.fullmatch(line) for line in report(tiny, capsys)]
    assert sorted((m["file"], int(m["line"]), m["text"]) for m in told if m) == sorted(
        (target, line, said) for line, said in stated(text)
    )


@pytest.mark.parametrize("case", FOLDERS, ids=name)
def test_the_whole_report_is_as_expected(case: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(case, tiny, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expect.txt", "slett.txt"))
    if (case / "slett.txt").exists():
        for path in lines(case / "slett.txt"):
            (tiny / path).unlink()
    assert report(tiny, capsys) == lines(case / "expect.txt")


def test_tiny_has_no_problems(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(tiny), "check"]) == 0
    assert capsys.readouterr().err == ""


def test_the_command_tells_and_fails(tiny: Path) -> None:
    (tiny / "data/events.yaml").unlink()
    (tiny / "data/themes.yaml").write_text("themes: []\n", encoding="utf-8")
    command = [sys.executable, "-m", "samanom", "--rot", str(tiny), "check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    *told, summary = done.stderr.splitlines()
    assert (done.returncode, done.stdout, summary) == (1, "", f"{len(told)} feil funnet.")
    assert all(REPORT.fullmatch(line) for line in told)


def test_every_message_has_a_case() -> None:
    """Each sentence in the code that tells an editor something is said by some case."""
    said = "\n".join(
        [*(text for file in FILES for _, text in stated(file.read_text(encoding="utf-8")))]
        + [line for folder in FOLDERS for line in lines(folder / "expect.txt")]
    )
    untold = {sentence for sentence in sentences() if not re.search(sentence, said)}
    assert not untold


def place(case: Path) -> str:
    """Where a file of the case belongs in the project."""
    kind = case.parent.name
    if case.suffix == ".yaml":
        return f"data/{kind}.yaml"
    return f"content/{case.name}" if kind == "sider" else f"content/{kind}/{case.name}"


def stated(text: str) -> list[tuple[int, str]]:
    """The line numbers at fault and what must be said of them."""
    return [
        (text.count("\n", 0, found.start()) + 1, found["yaml"] or found["markdown"]) for found in MARK.finditer(text)
    ]


def report(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the command tells of a faulty project, without the count at the end."""
    assert main(["--rot", str(root), "check"]) == 1
    *told, summary = capsys.readouterr().err.splitlines()
    assert summary == ("1 feil funnet." if len(told) == 1 else f"{len(told)} feil funnet.")
    assert [line for line in told if not REPORT.fullmatch(line)] == []
    return told


def lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def sentences() -> Iterator[str]:
    """The messages and help in the code that checks, as patterns; what did_you_mean only falls back on is left out."""
    for pattern in CHECKING:
        for module in sorted(Path(samanom.__file__).parent.glob(f"{pattern}.py")):
            tree = ast.parse(module.read_text(encoding="utf-8"))
            skipped = {id(part) for node in ast.walk(tree) if passed_over(node) for part in ast.walk(node)}
            yield from (p for n in ast.walk(tree) if id(n) not in skipped and (p := template(n)) and is_told(p))


def passed_over(node: ast.AST) -> bool:
    """Docstrings, parts of larger texts, and what is said only when nothing known is close."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id == "did_you_mean"
    return isinstance(node, ast.FormattedValue)


def template(node: ast.AST) -> str | None:
    """A pattern for the text that a literal becomes."""
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else None for part in node.values)
        return "".join(".*" if part is None else re.escape(str(part)) for part in parts)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\\\{\w+\\\}", ".*", re.escape(node.value))
    return None


def is_told(pattern: str) -> bool:
    """Whether it is a message, which begins with what is at fault, or help, which is a sentence."""
    return "\\ " in pattern and (pattern.startswith("«") or pattern.endswith("\\."))
