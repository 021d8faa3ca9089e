"""What kinds of things a folder of knowledge has, and how they may be related."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from isolation_atlas.knowledge.findings import Spot
from isolation_atlas.knowledge.units import Dimension


class Role(Enum):
    """What the generator does with a kind; the kind's name and meaning belong to the field of knowledge."""

    SUBJECT = "subject"
    PROPERTY = "property"
    NEED = "need"
    TOPIC = "topic"
    TRADEOFF = "tradeoff"
    QUESTION = "question"
    SCENARIO = "scenario"
    TREE = "tree"
    MATRIX = "matrix"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class SubjectLevel:
    """A level of subjects, for example a class of them or a single product."""

    id: str
    says: str
    plural: str
    choosable: bool


@dataclass(frozen=True, slots=True)
class TopicField:
    """A field that things of a topic kind have."""

    id: str
    name: str
    sort: str
    says: str
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing."""

    id: str
    role: Role
    folder: str
    name: str
    plural: str
    says: str
    levels: tuple[SubjectLevel, ...] = ()
    fields: tuple[TopicField, ...] = ()

    def level(self, level_id: str) -> SubjectLevel | None:
        """Return the level of that id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)


class Advice(Enum):
    """What a relation from a subject to a need says of the choice."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of edge: the kinds it joins and the laws it keeps."""

    id: str
    origins: tuple[str, ...]
    targets: tuple[str, ...]
    inverse: str
    says: str
    acyclic: bool = False
    transitive: bool = False
    symmetric: bool = False
    inherits: bool = False
    """Whether cells without facts of their own are taken over along it."""
    advises: Advice | None = None
    """What a source advises by it; None for relations that advise nothing."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which properties are shown."""

    id: str
    name: str
    says: str


class Combining(Enum):
    """How a property of one subject placed inside another follows from both."""

    INNER = "inner"
    OUTER = "outer"
    WEAKEST = "weakest"
    """The worse of both; the property must have a better direction, as for ``strongest``."""
    STRONGEST = "strongest"
    SUM = "sum"
    ANY = "any"
    """For flags: holds if it holds of either."""
    ALL = "all"
    UNION = "union"
    """For terms: what either has."""
    INTERSECTION = "intersection"


@dataclass(frozen=True, slots=True)
class Composition:
    """Which relations put one subject inside another, and how their properties combine."""

    relations: tuple[str, ...] = ()
    """Relations that lead from the inner to the outer one."""
    rules: tuple[tuple[str, Combining], ...] = ()
    """Properties with their rules; of a property without one nothing is known of the whole."""

    def rule(self, prop: str) -> Combining | None:
        """Return how a property combines, or None where that is not declared."""
        return dict(self.rules).get(prop)


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that ``ontology.yaml`` declares."""

    title: str
    question: str
    kinds: tuple[Kind, ...]
    groups: tuple[Group, ...]
    relations: tuple[Relation, ...]
    dimensions: tuple[Dimension, ...]
    spot: Spot
    composition: Composition = Composition()

    def kind(self, kind_id: str) -> Kind | None:
        """Return the kind of that id, or None."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        return None

    def kinds_of(self, role: Role) -> tuple[Kind, ...]:
        """Return the kinds that have a role, in the ontology's order."""
        return tuple(kind for kind in self.kinds if kind.role is role)

    def relation(self, relation_id: str) -> Relation | None:
        """Return the relation of that id, or None."""
        for relation in self.relations:
            if relation.id == relation_id:
                return relation
        return None

    def dimension(self, dimension_id: str) -> Dimension | None:
        """Return the dimension of that id, or None."""
        for dimension in self.dimensions:
            if dimension.id == dimension_id:
                return dimension
        return None

    @property
    def inheriting(self) -> tuple[str, ...]:
        """The relations along which cells are inherited."""
        return tuple(relation.id for relation in self.relations if relation.inherits)
