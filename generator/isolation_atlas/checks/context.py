"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from isolation_atlas.checks.references import Reference, all_references, conditions_of
from isolation_atlas.checks.settings import NO_SETTINGS, CheckException, Settings
from isolation_atlas.checks.suggestions import Suggestions
from isolation_atlas.knowledge.findings import Finding
from isolation_atlas.knowledge.graph import all_evidence
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.records import Evidence

if TYPE_CHECKING:
    import networkx as nx

    from isolation_atlas.reasoning.cells import Cells
    from isolation_atlas.reasoning.requirements import Judge


class Context:
    """The knowledge, the day of the check, the texts of the files, and what follows from them, each worked out once."""

    def __init__(
        self, knowledge: Knowledge, today: date, texts: Mapping[str, str], settings: Settings = NO_SETTINGS
    ) -> None:
        self.knowledge = knowledge
        self.today = today
        self.texts = texts
        self.settings = settings
        self.crashes: tuple[Finding, ...] = ()
        """What went wrong in other rules; known only to the rules that run last."""
        self.unused_exceptions: tuple[CheckException, ...] = ()
        """Exceptions that no finding needed; known only to the rules that run last."""

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph of everything."""
        from isolation_atlas.knowledge.graph import build_graph

        return build_graph(self.knowledge)

    @cached_property
    def cells(self) -> Cells:
        """What is known of each subject on each property."""
        from isolation_atlas.reasoning.cells import Cells

        return Cells(self.knowledge)

    @cached_property
    def judge(self) -> Judge:
        """Decides requirements by the cells."""
        from isolation_atlas.reasoning.requirements import Judge

        return Judge(self.cells)

    @cached_property
    def choosable(self) -> tuple[str, ...]:
        """The subjects that a recommendation may name."""
        from isolation_atlas.reasoning.selection import choosable_subjects

        return choosable_subjects(self.knowledge)

    @cached_property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """Every piece of evidence, with the id of the thing in whose file it stands."""
        return tuple(all_evidence(self.knowledge))

    @cached_property
    def suggestions(self) -> Suggestions:
        """What somebody probably meant by an unknown name."""
        return Suggestions()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every place where one file names a thing that has a file of its own."""
        return tuple(all_references(self.knowledge))

    @cached_property
    def legible(self) -> Mapping[str, str]:
        """The texts of the files that are text."""
        refused = {fault.spot.file for rule in ("encoding", "file-too-large") for fault in self.faults.get(rule, ())}
        return {file: text for file, text in self.texts.items() if file not in refused}

    @cached_property
    def broken_files(self) -> frozenset[str]:
        """The files of which a part could not be used, so that what is missing there may be what was left out."""
        return frozenset(fault.spot.file for fault in self.knowledge.faults)

    @cached_property
    def referred_to(self) -> frozenset[str]:
        """The ids that something refers to."""
        conditions = (condition.property for _, condition in conditions_of(self.knowledge))
        return frozenset({*(reference.thing for reference in self.references), *conditions})

    @cached_property
    def neighbours(self) -> Mapping[str, set[str]]:
        """For each id, those that it refers to or is referred to by."""
        found: dict[str, set[str]] = {thing: set() for thing in self.knowledge.ids}
        pairs = [(reference.holder, reference.thing) for reference in self.references]
        pairs += [(holder, condition.property) for holder, condition in conditions_of(self.knowledge)]
        for holder, thing in pairs:
            if thing in found and holder in found and thing != holder:
                found[holder].add(thing)
                found[thing].add(holder)
        return found

    @cached_property
    def faults(self) -> Mapping[str, tuple[Finding, ...]]:
        """What reading the files found, by rule."""
        found: dict[str, list[Finding]] = {}
        for fault in (*self.knowledge.faults, *self.settings.faults):
            found.setdefault(fault.rule, []).append(fault)
        return {rule: tuple(faults) for rule, faults in found.items()}
