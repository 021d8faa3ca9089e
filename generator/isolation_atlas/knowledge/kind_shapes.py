"""The shape of each kind's file, by the role of the kind."""

from __future__ import annotations

from collections.abc import Callable

from isolation_atlas.knowledge.evidence_shapes import (
    COMPARISON,
    FACT,
    PREFERENCE,
    RELATION,
    REQUIREMENT,
    STATEMENT,
)
from isolation_atlas.knowledge.field_sorts import (
    AnyDate,
    Choice,
    Count,
    Ident,
    ListOf,
    MapOf,
    Nested,
    Raw,
    Text,
    Url,
    YesNo,
)
from isolation_atlas.knowledge.ontology import Kind, Ontology, Role, TopicField
from isolation_atlas.knowledge.shapes import Field, FieldSort, Shape

_NAME = Field("name", Text(), "The name as it is usually written.", required=True, example="Example")
_SUMMARY = Field("summary", Text(), "One plain sentence that says what it is.", example="What it is.")
_ALIASES = Field("aliases", ListOf(Text(), single=True), "Other names, for search.")
_STATEMENTS = Field("statements", ListOf(Nested(STATEMENT)), "What sources say about it.")
_REQUIRES = Field("requires", ListOf(Nested(REQUIREMENT)), "Hard requirements: PROPERTY OPERATOR VALUE.")
_PREFERS = Field("prefers", ListOf(Nested(PREFERENCE)), "Properties that should be good, the most important first.")
_AFTER_RELATIONS = ("facts", "requires", "statements")
"""The long fields: relations stand above them."""
_SELECTION = Shape(
    "a selection",
    (
        Field("id", Ident("thing"), "One thing by its id."),
        Field("kind", Ident("kind"), "All things of a kind."),
        Field("level", Ident("level"), "All subjects of a level."),
        Field("is-a", Ident("subject"), "All members of a family."),
        Field("group", Ident("group"), "All properties of a group."),
    ),
    short="id",
)
SOURCE_TYPES = (
    ("paper", "A scientific paper or thesis."),
    ("spec", "A standard or specification."),
    ("docs", "A project's or provider's documentation."),
    ("advisory", "A record of a vulnerability."),
    ("source-code", "Source code or a repository."),
    ("benchmark", "A published measurement."),
    ("vendor", "A vendor's statement about its own product, or marketing."),
    ("news", "Journalism or a blog."),
    ("survey", "A survey, a decision aid or a comparison by others."),
)


def kind_shape(kind: Kind, ontology: Ontology) -> Shape:
    """Return the fields that a file of ``kind`` may have under an ontology."""
    own = _FIELDS[kind.role](kind)
    first = next((at for at, each in enumerate(own) if each.key in _AFTER_RELATIONS), len(own))
    article = "an" if kind.name[:1].lower() in "aeiou" else "a"
    return Shape(f"{article} {kind.name.lower()}", (*own[:first], *_relation_fields(kind, ontology), *own[first:]))


def _relation_fields(kind: Kind, ontology: Ontology) -> tuple[Field, ...]:
    return tuple(
        Field(relation.id, ListOf(Nested(RELATION), single=True), relation.says)
        for relation in ontology.relations
        if kind.id in relation.origins
    )


def _subject(kind: Kind) -> tuple[Field, ...]:
    levels = Choice(tuple((level.id, level.says) for level in kind.levels))
    return (
        _NAME,
        Field(
            "level",
            levels,
            "Which level of subject it is.",
            required=True,
            example=kind.levels[0].id if kind.levels else "",
        ),
        _SUMMARY,
        _ALIASES,
        Field("homepage", Url(), "Its makers' own page."),
        Field(
            "stack",
            ListOf(Text()),
            "The layers under it from the bottom up; '(shared)' where neighbours use the same one.",
        ),
        Field("boundary", Text(), "Where the boundary lies, in a sentence."),
        Field("facts", MapOf(ListOf(Nested(FACT)), "property"), "What is known of it, by property."),
        Field("comparisons", MapOf(ListOf(Nested(COMPARISON)), "property"), "How sources compare it, by property."),
        _STATEMENTS,
    )


_LEVEL = Shape(
    "a level",
    (
        Field("id", Text(), "The level's name.", required=True),
        Field("criterion", Text(), "What must be so for it to hold, testable.", required=True),
        Field("aliases", ListOf(Text(), single=True), "Other names for it."),
        Field("passed-over", YesNo(), "true: whoever certainly has this level is never recommended."),
    ),
)
_SORTS = (
    ("quantity", "A number with a unit."),
    ("level", "A level of an ordinal scale."),
    ("flag", "yes, partial or no."),
    ("term", "A term of a vocabulary."),
    ("date", "A date."),
    ("text", "Words."),
)
_BETTER = (("lower", "Less is better."), ("higher", "More is better."), ("none", "Neither is better."))


def _property(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        Field("short", Text(), "A short heading for a column."),
        Field("group", Ident("group"), "The heading under which it is shown.", required=True),
        Field("sort", Choice(_SORTS), "What its values are.", required=True),
        Field("dimension", Ident("dimension"), "For a quantity: what is measured."),
        Field("unit", Text(), "For a quantity: the unit in which it is shown."),
        Field("unit-label", Text(), "For a quantity: the unit as a heading names it."),
        Field("plausible", Text(), "For a quantity: outside this range a value is probably a slip of the unit."),
        Field("better", Choice(_BETTER), "Which direction is better.", required=True),
        Field("levels", ListOf(Nested(_LEVEL)), "For a level: the scale from the lowest up, with criteria."),
        Field("terms", MapOf(Text()), "For a term: the vocabulary."),
        Field("many", YesNo(), "For a term: whether several may hold at once."),
        Field("applies-to", ListOf(Ident("level")), "The levels of subject it can be said of."),
        Field("inherited", YesNo(), "Whether a member takes its family's cell where it has no fact of its own."),
        Field("review-after", Raw(), "Months after which a reading is due for renewal, as '18 months'."),
        Field("definition", Text(), "What it is, in a sentence.", required=True),
        Field("measured", Text(), "How it is properly measured."),
        Field("confounders", Text(), "What spoils a comparison."),
        _ALIASES,
    )


def _need(kind: Kind) -> tuple[Field, ...]:
    return (_NAME, _SUMMARY, _ALIASES, _REQUIRES, _PREFERS, _STATEMENTS)


def _topic(kind: Kind) -> tuple[Field, ...]:
    declared = tuple(Field(each.id, _topic_sort(each), each.says) for each in kind.fields)
    return (_NAME, _SUMMARY, _ALIASES, *declared, _STATEMENTS)


def _topic_sort(each: TopicField) -> FieldSort:
    if each.sort == "term":
        return Choice(each.terms)
    return AnyDate() if each.sort == "date" else Text()


def _tradeoff(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        _SUMMARY,
        Field("between", ListOf(Ident("property")), "The two properties.", required=True),
        Field("mechanism", Text(), "Why improving one costs the other."),
        Field("eased-by", ListOf(Text(), single=True), "What softens it: ids, or words."),
        _STATEMENTS,
    )


_ANSWER = Shape(
    "an answer",
    (
        Field("id", Ident(), "The answer's id within the question.", required=True),
        Field("says", Text(), "The answer as it is shown.", required=True),
        _REQUIRES,
        _PREFERS,
    ),
)


def _question(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        _SUMMARY,
        Field("asks", Text(), "The question as it is shown.", required=True, example="Who wrote the code?"),
        Field("why", Text(), "Why it is asked."),
        Field("answers", ListOf(Nested(_ANSWER)), "At least two answers.", required=True),
        _STATEMENTS,
    )


_EXPECTATION = Shape(
    "an expectation",
    (
        Field("fits", ListOf(Ident("subject")), "These must fit."),
        Field("may-fit", ListOf(Ident("subject")), "Of these it must stay open whether they fit."),
        Field("ruled-out", ListOf(Ident("subject")), "These must be ruled out."),
    ),
)


def _scenario(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        _SUMMARY,
        Field("workload", Ident("need"), "What has to run; brings its requirements and preferences."),
        Field("answers", MapOf(Text(), "question"), "Answers by question."),
        _REQUIRES,
        Field("expect", Nested(_EXPECTATION), "What must follow; each list is a minimum.", required=True),
        _STATEMENTS,
    )


def _tree(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        _SUMMARY,
        Field("candidates", ListOf(Nested(_SELECTION)), "What the tree chooses among.", required=True),
        Field("questions", ListOf(Ident("question")), "The questions it may ask.", required=True),
        Field("depth", Count(), "At most so many questions on a path."),
    )


def _matrix(kind: Kind) -> tuple[Field, ...]:
    return (
        _NAME,
        _SUMMARY,
        Field("rows", ListOf(Nested(_SELECTION)), "Ids, or selections by level, family or kind.", required=True),
        Field("columns", ListOf(Nested(_SELECTION)), "Properties, groups of them, or related things.", required=True),
        Field("relations", ListOf(Ident("relation")), "For a matrix of relations: which ones a cell shows."),
    )


def _source(kind: Kind) -> tuple[Field, ...]:
    return (
        Field("title", Text(), "The title.", required=True, example="Title"),
        Field("by", Text(), "Authors or publisher.", required=True, example="A. Author"),
        Field("date", AnyDate(), "As exact as known; undated where there is none.", required=True, example="2020-02"),
        Field("kind", Choice(SOURCE_TYPES), "What sort of document it is.", required=True, example="paper"),
        Field("url", Url(), "Where it can be read.", required=True, example="https://example.org/paper"),
        Field("note", Text(), "What to know before trusting it."),
        _ALIASES,
    )


_FIELDS: dict[Role, Callable[[Kind], tuple[Field, ...]]] = {
    Role.SUBJECT: _subject,
    Role.PROPERTY: _property,
    Role.NEED: _need,
    Role.TOPIC: _topic,
    Role.TRADEOFF: _tradeoff,
    Role.QUESTION: _question,
    Role.SCENARIO: _scenario,
    Role.TREE: _tree,
    Role.MATRIX: _matrix,
    Role.SOURCE: _source,
}
