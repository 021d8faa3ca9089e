"""Whatever stands in the files, the check ends with findings, never with a crash."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.mutations import PIECES as MUTATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from isolation_atlas.checks.examples import base_files
from isolation_atlas.checks.reports import report
from isolation_atlas.checks.run import run_checks
from tests.checks.folders import TODAY, written

REAL = Path(__file__).parents[2] / "knowledge"
BASE = base_files()
EXAMPLES = int(os.environ.get("ATLAS_FUZZ", "150"))
PIECES = (*MUTATIONS, "\ud800", "is-a: punt\n", "- punt\n", "  because: [sturdiness]\n", "kg")


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Cut, double, swap or insert at random places."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        new = draw(st.sampled_from(PIECES) | st.text(max_size=6))
        match draw(st.sampled_from(["replace", "insert", "double", "cut line", "move line"])):
            case "replace":
                text = text[:start] + new + text[end:]
            case "insert":
                text = text[:start] + new + text[start:]
            case "double":
                text = text[:end] + text[start:]
            case "cut line":
                lines = text.split("\n")
                del lines[start % len(lines)]
                text = "\n".join(lines)
            case _:
                lines = text.split("\n")
                lines.insert(end % len(lines), lines.pop(start % len(lines)))
                text = "\n".join(lines)
    return text


def shown(changes: dict[str, str | bytes | None]) -> str:
    with TemporaryDirectory() as folder:
        result = run_checks(written(Path(folder), changes), today=TODAY, use_cache=False)
    assert "rule-crashed" not in {each.rule for each in result.findings}
    assert list(result.findings) == sorted(set(result.findings), key=lambda each: (each.place, each.rule, each.message))
    return report(result, "terminal")


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_mutated_examples(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(BASE)), min_size=1, max_size=3, unique=True))
    changes: dict[str, str | bytes | None] = {
        name: data.draw(mutated(BASE[name])).encode("utf-8", "surrogatepass") for name in names
    }
    assert shown(changes) == shown(changes)


@settings(max_examples=EXAMPLES // 3)
@given(st.binary(max_size=200), st.sampled_from([*sorted(BASE), "checks.yaml", "redirects.yaml", "crossings/new.yaml"]))
def test_any_bytes(content: bytes, name: str) -> None:
    assert shown({name: content}).endswith(" facts\n")


@settings(max_examples=EXAMPLES // 3)
@given(st.data())
def test_mutated_real_files(data: st.DataObject) -> None:
    """A real file under the real ontology, without the rest of the knowledge."""
    kept = ("ontology.yaml", "properties/startup-guest.yaml", "environments/firecracker.yaml", "tradeoffs", "questions")
    files = [
        path for name in kept for path in sorted([REAL / name] if ".yaml" in name else (REAL / name).glob("*"))[:3]
    ]
    changes: dict[str, str | bytes | None] = dict.fromkeys(BASE)
    changes |= {path.relative_to(REAL).as_posix(): path.read_bytes() for path in files if path.exists()}
    name = data.draw(st.sampled_from(sorted(name for name, content in changes.items() if content is not None)))
    content = changes[name]
    assert isinstance(content, bytes)
    changes[name] = data.draw(mutated(content.decode())).encode("utf-8", "surrogatepass")
    assert shown(changes)
