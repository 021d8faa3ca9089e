"""How long reasoning takes on the real knowledge, and with ten times as many subjects.

Run ``python benchmarks/reasoning_speed.py [KNOWLEDGE]``. Each figure is the median of several runs in one process, in
milliseconds of processor time, since reasoning waits for nothing and other programs may be running; "first" includes
working out the cells, "again" finds them worked out. Loading is not included.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from isolation_atlas.knowledge.findings import NOWHERE
from isolation_atlas.knowledge.knowledge import Knowledge
from isolation_atlas.knowledge.loading import load
from isolation_atlas.knowledge.records import Record, Selection, Subject, Tree
from isolation_atlas.reasoning.cells import Cells
from isolation_atlas.reasoning.coverage import coverage, wanted
from isolation_atlas.reasoning.profiles import Situation
from isolation_atlas.reasoning.recommendation import recommend
from isolation_atlas.reasoning.requirements import Judge
from isolation_atlas.reasoning.scenarios import check_scenarios
from isolation_atlas.reasoning.tradeoff_tests import examine_tradeoffs
from isolation_atlas.reasoning.tree_proof import verify_tree
from isolation_atlas.reasoning.tree_search import STEPS
from isolation_atlas.reasoning.trees import TreeTooLargeError, derive_tree, space_of

RUNS = 5


def main() -> None:
    """Print a line for each task."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge")
    knowledge = load(root)
    for times in (1, 10):
        body = multiplied(knowledge, times)
        print(f"\n{len(body.subjects)} subjects, {len(body.facts)} facts, {len(body.questions)} questions")
        measure_recommendations(body)
        measure_checks(body)
        measure_trees(body)


def multiplied(knowledge: Knowledge, times: int) -> Knowledge:
    """Return the knowledge with every subject that others do not refer to as a family repeated under further ids."""
    records: dict[str, Record] = dict(knowledge.records)
    for subject in knowledge.subjects.values():
        if not knowledge.members_of(subject.id):
            for number in range(2, times + 1):
                records[f"{subject.id}-{number}"] = renamed(subject, f"{subject.id}-{number}")
    return replace(knowledge, records=dict(sorted(records.items())))


def renamed(subject: Subject, name: str) -> Subject:
    """Return a copy of a subject under another id."""
    facts = tuple(replace(fact, subject=name) for fact in subject.facts)
    edges = tuple(replace(edge, origin=name) for edge in subject.edges)
    return replace(subject, id=name, facts=facts, edges=edges, comparisons=())


def measure_recommendations(body: Knowledge) -> None:
    """Print the time of a recommendation for every need in turn, first and again."""
    situations = [Situation(need=need) for need in body.needs]
    if situations:
        first = [milliseconds(partial(recommend, one, Judge(Cells(body)))) for one in situations]
        judge = Judge(Cells(body))
        for one in situations:
            recommend(one, judge)
        again = [milliseconds(partial(recommend, one, judge)) for one in situations]
        show("recommendation, first", statistics.median(first), max(first))
        show("recommendation, again", statistics.median(again), max(again))


def measure_checks(body: Knowledge) -> None:
    """Print the time of what every check of the knowledge does."""
    tasks: list[tuple[str, Callable[[], object]]] = [
        ("all scenarios", lambda: check_scenarios(Judge(Cells(body)))),
        ("all trade-offs", lambda: examine_tradeoffs(Cells(body))),
        ("coverage", lambda: coverage(Cells(body))),
        ("what is wanted", lambda: wanted(Judge(Cells(body)))),
    ]
    for name, task in tasks:
        taken = [milliseconds(task) for _ in range(RUNS)]
        show(name, statistics.median(taken), max(taken))


def measure_trees(body: Knowledge) -> None:
    """Print the time, size and quality of the published trees and of two harder ones."""
    judge = Judge(Cells(body))
    questions = tuple(body.questions)
    extra = [
        Tree(
            "all-questions", "tree", "", NOWHERE, candidates=(Selection(level=level),), questions=questions, depth=depth
        )
        for level, depth in (("family", 0), ("technology", 4), ("technology", 0))
    ]
    for record in (*body.trees.values(), *extra):
        started = time.process_time()
        try:
            tree = derive_tree(record, judge, STEPS)
        except TreeTooLargeError as error:
            show(f"{record.id}: {error}", (time.process_time() - started) * 1000)
            continue
        derived = time.process_time()
        proof = verify_tree(tree, space_of(record, judge))
        report = tree.report
        size = f"{len(tree.questions)} questions, {len(tree.candidates)} candidates"
        name = f"{record.id}: {size}, depth {record.depth or 'free'}"
        show(name, (derived - started) * 1000)
        show(f"  proof over {proof.combinations} combinations", (time.process_time() - derived) * 1000)
        print(
            f"    {report.inner} questions drawn, {report.leaves} leaves, {report.unsettled_leaves} unsettled;"
            f" asks {report.expected:.2f} on average, {report.in_given_order:.2f} in the given order,"
            f" {'proved best' if report.exact else f'at least {report.least:.2f} for any tree'}"
        )


def milliseconds(task: Callable[[], object]) -> float:
    """Return the time that a task takes."""
    started = time.process_time()
    task()
    return (time.process_time() - started) * 1000


def show(name: str, taken: float, most: float | None = None) -> None:
    """Print a figure, with the largest where there were several."""
    print(f"{name:<60} {taken:9.1f} ms" + ("" if most is None else f"  (most {most:.1f} ms)"))


if __name__ == "__main__":
    main()
