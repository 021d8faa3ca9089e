"""Whether a file can be read at all."""

from __future__ import annotations

from isolation_atlas.checks.examples import example
from isolation_atlas.checks.rule import Scope
from isolation_atlas.checks.rules.from_reading import from_reading

from_reading(
    "unreadable-file",
    Scope.FILE,
    "A file that cannot be opened",
    "What cannot be opened cannot be checked, and would silently be missing from the site.",
    example("crossings/raft.yaml:1:1", "", None, file="crossings/raft.yaml/"),
)
from_reading(
    "file-too-large",
    Scope.FILE,
    "A file of more than a mebibyte",
    "One thing has one file, and no thing has so much to it; a huge file is an accident or an attack on the reader.",
    example("crossings/punt.yaml:1:1", "# " + "x" * (1 << 20) + "\n", "# A remark.\n"),
)
from_reading(
    "encoding",
    Scope.FILE,
    "A file that is not UTF-8",
    "Bytes of another encoding show as wrong letters, or as none.",
    example("crossings/punt.yaml:20:15", "boundary: Stra\udcdfe.\n", "boundary: Straße.\n"),
)
from_reading(
    "yaml-syntax",
    Scope.FILE,
    "A file that is not YAML",
    "Nothing of a file can be used when its structure is unclear.",
    example(
        "crossings/punt.yaml:3:21",
        "summary: A flat boat: pushed, with: a pole.",
        instead_of="summary: A flat boat that is pushed with a pole.",
    ),
)
from_reading(
    "tab",
    Scope.FILE,
    "A tab as indentation",
    "YAML allows spaces only, since a tab has no certain width.",
    example("crossings/punt.yaml:20:1", "\tboundary: The hull.\n", "boundary: The hull.\n"),
)
from_reading(
    "alias",
    Scope.FILE,
    "An anchor or alias",
    "A reader of a single entry should see its value there, and nested aliases can expand without bound.",
    example("crossings/punt.yaml:20:11", "boundary: &hull The hull.\n", "boundary: The hull.\n"),
)
from_reading(
    "tag",
    Scope.FILE,
    "A YAML tag",
    "Tags can make values of other types, even program objects; the format has no use for them.",
    example("crossings/punt.yaml:20:11", "boundary: !wall The hull.\n", "boundary: The hull.\n"),
)
from_reading(
    "duplicate-key",
    Scope.FILE,
    "A key given twice",
    "Only one of the two would count, and nobody sees which.",
    example("crossings/punt.yaml:20:1", "summary: A flat boat.\n", ""),
)
from_reading(
    "key-not-text",
    Scope.FILE,
    "A key that is no word",
    "Fields are found by their names.",
    example("crossings/punt.yaml:20:3", "? [boundary]\n: The hull.\n", "boundary: The hull.\n"),
)
from_reading(
    "nesting",
    Scope.FILE,
    "Lists within lists without end",
    "No field is that deep; such a file is an accident or an attack on the reader.",
    example("crossings/punt.yaml:20:31", "boundary: " + "[" * 30 + "]" * 30 + "\n", "boundary: The hull.\n"),
)
from_reading(
    "empty-file",
    Scope.FILE,
    "An empty file",
    "A file that says nothing still takes an id, and looks as if there were something.",
    example("crossings/raft.yaml:1:1", "# to be written\n"),
)
from_reading(
    "no-ontology",
    Scope.FILE,
    "No ontology",
    "Without it nobody knows which kinds of things there are; most often the command looks into the wrong folder.",
    example("ontology.yaml:1:1", None),
)
from_reading(
    "stray-file",
    Scope.FILE,
    "A file in no kind's folder",
    "The folder says what a file is; elsewhere it would be left out without a word.",
    example("ferries/raft.yaml:1:1", "name: Raft\n"),
)
from_reading(
    "duplicate-id",
    Scope.FILE,
    "An id that is taken",
    "Ids are unique over all kinds, so that a reference needs no kind.",
    example("hazards/punt.yaml:1:1", "name: Punt\nsummary: One that has come loose.\n"),
)
from_reading(
    "bad-id",
    Scope.FILE,
    "Something that cannot be an id",
    "Ids are part of addresses: lower-case letters, digits, hyphens and dots read the same everywhere.",
    example("crossings/punt.yaml:4:7", "is-a: Boat\n", instead_of="is-a: boat\n"),
)
