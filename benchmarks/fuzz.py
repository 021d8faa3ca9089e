"""Random mutations of real files: the check must end with findings, and what it accepts the site must show.

    python benchmarks/fuzz.py                        300 mutations
    python benchmarks/fuzz.py --count 20000          as before a release
    python benchmarks/fuzz.py --seed 7 --count 1 -v  one again, with its text

A small sound part of the real knowledge is cut out first, so that each round reads and judges a few hundred files
instead of all. Ends with 1 at the first crash, hang (30 seconds), growth of memory beyond 2 GiB, or accepted text that
cannot be shown, and says which seed brings it about.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from isolation_atlas.checks.fresh import findings_in
from isolation_atlas.checks.references import all_references
from isolation_atlas.checks.reports import report
from isolation_atlas.checks.result import CheckResult
from isolation_atlas.checks.running import place_findings
from isolation_atlas.checks.snapshot import FileContent, Snapshot, take_snapshot
from isolation_atlas.editing.canonical import write_layout
from isolation_atlas.editing.entries import remove
from isolation_atlas.editing.formatting import formatted, split_modeline
from isolation_atlas.editing.layout import UnreadableLayoutError, read_layout
from isolation_atlas.knowledge.findings import Finding, Severity
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.limits import MOST_BYTES
from isolation_atlas.knowledge.positions import Positions
from isolation_atlas.knowledge.reading import parse_document
from isolation_atlas.publishing.publish import outputs_of
from isolation_atlas.publishing.site import Site

REPOSITORY = Path(__file__).resolve().parent.parent
TODAY = date(2027, 1, 1)
KEPT_OF_A_KIND = {"environments": 6}
KEPT_OF_OTHERS = 2
TAKEN_ALONG = ("unknown-source", "unknown-question", "unknown-need")
"""What is missing by these rules is put in; by any other, the reference to it is taken out."""
MOST_SECONDS = 30
MOST_MEMORY = 2 << 30
PIECES = (
    *(
        "",
        " ",
        "\n",
        "\n\n",
        "\t",
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "#",
        " # ",
        "|",
        ">",
        "&a ",
        "*a",
        "!!x ",
    ),
    *("%", "~", "null", "true", "0", "-1", "1e999", "..", "<= ", "~ ", "99999999999999999999 min", "2026-13-45", "yes"),
    *(
        "\x00",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\x85",
        "é",
        "e\u0301",
        "<b>",
        "{{ x }}",
        "{% x %}",
        "](x)",
        "```",
        "&amp;",
    ),
    *("not applicable", "because: [attack-surface]\n", "value: ..\n", "facts:\n", "  ", "name: x\n", "is-a: microvm\n"),
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one mutation."""

    file: str
    text: bytes
    rules: frozenset[str]
    accepted: bool
    shown: bool
    """Whether the text was accepted, says something else than before, and all pages were made of it."""


def sound_part(root: Path) -> Snapshot:
    """Return some files of every kind, all properties and the sources cited, without what leads out of them."""
    whole = take_snapshot(root, MOST_BYTES)
    chosen = dict(_chosen(whole))
    for _ in range(20):
        part = Snapshot(whole.root, dict(sorted(chosen.items())))
        context, findings = findings_in(part, TODAY)
        missing = [each for each in all_references(context.knowledge) if each.thing not in context.knowledge.ids]
        lost = {f"/{each.thing}.yaml" for each in missing if each.rule in TAKEN_ALONG}
        broken = [each for each in findings if each.severity is Severity.ERROR and each.rule not in TAKEN_ALONG]
        if not missing and not broken:
            return part
        chosen |= {file: content for file, content in whole.contents.items() if file[file.rfind("/") :] in lost}
        if not lost:
            _prune(chosen, [*(Finding("", "", each.spot) for each in missing), *broken])
    raise SystemExit("No sound part of the knowledge was found.")


def _chosen(whole: Snapshot) -> Iterator[tuple[str, FileContent]]:
    """Files of middling size: the largest cite so many sources that each round would read hundreds of them."""
    sizes: dict[str, list[int]] = {}
    for file, content in whole.contents.items():
        sizes.setdefault(file.split("/")[0], []).append(len(content.raw))
    middle = {folder: sorted(each)[len(each) // 2] for folder, each in sizes.items()}
    counts: Counter[str] = Counter()
    by_distance = sorted(whole.contents.items(), key=lambda item: abs(len(item[1].raw) - middle[item[0].split("/")[0]]))
    for file, content in by_distance:
        folder = file.split("/")[0]
        counts[folder] += 1
        few = folder != "sources" and counts[folder] <= KEPT_OF_A_KIND.get(folder, KEPT_OF_OTHERS)
        if (few or folder == "properties" or "/" not in file) and file not in ("redirects.yaml", "checks.yaml"):
            yield file, content


def _prune(chosen: dict[str, FileContent], findings: list[Finding]) -> None:
    """Take out the entries that findings are about; a file where that is not possible goes as a whole."""
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        by_file.setdefault(each.spot.file.split("/", 1)[1], []).append(each)
    for file, found in by_file.items():
        head, body = split_modeline(chosen[file].raw.decode())
        layout = read_layout(body, file)
        paths = sorted({each.spot.path for each in found}, key=lambda path: [str(step).zfill(6) for step in path])
        done = [remove(layout, path) for path in reversed(paths) if len(path) > 1 or path[:1] not in ((), ("name",))]
        if any(done):
            chosen[file] = FileContent((head + write_layout(layout, lambda keys, _: list(keys))).encode())
        else:
            del chosen[file]


def mutate(text: str, chance: random.Random) -> str:
    """Return a text with one to three pieces cut, doubled, swapped or put in."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 2, 5, 20, 60)))
        lines = text.split("\n")
        match chance.randrange(7):
            case 0:
                text = text[:start] + chance.choice(PIECES) + text[start:]
            case 1:
                text = text[:start] + chance.choice(PIECES) + text[end:]
            case 2:
                text = text[:end] + text[start:]
            case 3:
                del lines[chance.randrange(len(lines))]
                text = "\n".join(lines)
            case 4:
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
                text = "\n".join(lines)
            case 5:
                one = chance.randrange(len(lines))
                lines[one] = " " * chance.randrange(6) + lines[one].strip()
                text = "\n".join(lines)
            case _:
                letters = list(text)
                for place in range(start, end):
                    letters[place] = chance.choice((letters[place], chr(chance.randrange(32, 0x250))))
                text = "".join(letters)
    return text


class _Kept:
    """The data of the part's files, in the place of the check's own cache."""

    def __init__(self, part: Snapshot) -> None:
        read = {file: parse_document(content.raw, f"knowledge/{file}").data for file, content in part.contents.items()}
        self.known = {file: (part.contents[file].digest, data) for file, data in read.items()}

    def documents(self) -> dict[str, tuple[str, Any]]:
        """Return what is known."""
        return self.known

    def keep_documents(self, documents: dict[str, tuple[str, Any]]) -> None:
        """Keep nothing."""


class Fuzzer:
    """Tries mutations of the files of a sound part."""

    def __init__(self, part: Snapshot) -> None:
        self.part = part
        self.by_folder: dict[str, list[str]] = {}
        for file in sorted(part.contents):
            self.by_folder.setdefault(file.partition("/")[0], []).append(file)
        self._kept: Any = _Kept(part)

    def try_one(self, seed: int, *, show: bool = True) -> Trial:
        """Return what came of the mutation of a seed; raises whatever the check or the pages raise."""
        chance = random.Random(seed)
        file = chance.choice(self.by_folder[chance.choice(list(self.by_folder))])
        raw = mutate(self.part.contents[file].raw.decode(), chance).encode("utf-8", "surrogatepass")
        changed = replace(self.part, contents={**self.part.contents, file: FileContent(raw)})
        context, findings = findings_in(changed, TODAY, self._kept)
        placed = place_findings(findings, Positions(dict(context.texts)))
        result = CheckResult(placed, len(changed.contents), len(context.knowledge.facts), 0)
        report(result, "terminal")
        rules = frozenset(each.rule for each in placed)
        assert "rule-crashed" not in rules, [each.message for each in placed if each.rule == "rule-crashed"]
        same = parse_document(raw, file).data == self._kept.known[file][1]
        shown = show and not result.failed and not same
        if shown:
            for output in outputs_of(Site.of(context.knowledge)):
                assert output.path
        _format_is_lossless(raw, file, context.knowledge)
        return Trial(file, raw, rules, not result.failed, shown)


def _format_is_lossless(raw: bytes, file: str, knowledge: Knowledge) -> None:
    document = parse_document(raw, file)
    if document.faults:
        return
    try:
        once = formatted(raw.decode().removeprefix("\ufeff"), file, knowledge)
    except UnreadableLayoutError:
        return
    again = parse_document(once.encode(), file)
    assert again.data == document.data, "the canonical form says something else"
    assert formatted(once, file, knowledge) == once, "the canonical form has another"


def main() -> int:
    """Run the trials and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show-every", type=int, default=1, help="make the pages of one in so many accepted texts")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    fuzzer = Fuzzer(sound_part(REPOSITORY / "knowledge"))
    print(f"{len(fuzzer.part.contents)} files; seeds {options.seed} to {options.seed + options.count - 1}", flush=True)
    accepted, shown, rules, slowest, started = 0, 0, Counter[str](), 0.0, time.monotonic()
    for seed in range(options.seed, options.seed + options.count):
        before = time.monotonic()
        signal.alarm(MOST_SECONDS)
        try:
            trial = fuzzer.try_one(seed, show=seed % options.show_every == 0)
        except BaseException:
            print(f"seed {seed} breaks it", file=sys.stderr)
            raise
        signal.alarm(0)
        slowest = max(slowest, time.monotonic() - before)
        accepted += trial.accepted
        shown += trial.shown
        rules.update(trial.rules)
        if options.verbose:
            print(trial.file, trial.text.decode("utf-8", "replace"), sorted(trial.rules), sep="\n")
        if (seed - options.seed + 1) % 1000 == 0:
            print(
                f"{seed - options.seed + 1} tried, {accepted} accepted, {time.monotonic() - started:.0f} s", flush=True
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{options.count} tried, {accepted} accepted, {shown} of these shown, {len(rules)} rules broken, no crash")
    print(f"slowest {slowest:.2f} s, {peak:.0f} MiB at most, {time.monotonic() - started:.0f} s in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
