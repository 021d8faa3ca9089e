"""LaTeX with booktabs: a document that compiles with pdfLaTeX, XeLaTeX and LuaLaTeX, its table ready to be cut out."""

from __future__ import annotations

from isolation_atlas.publishing.formats.arranging import columns_from
from isolation_atlas.publishing.formats.look import Look
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.table import Heading, Table, TableCell
from isolation_atlas.publishing.formats.tex_text import escaped, preamble, sign, url
from isolation_atlas.publishing.formats.wording import beside_words, number_words, value_words

_MOST_COLUMNS = 6
_DEEPEST = 4


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as a document; a wide one comes as several tables below each other."""
    lines = [f"\\section*{{{escaped(table.title)}}}", escaped(table.summary), ""]
    if not table.rows or not table.columns:
        lines.append("Nothing to show.")
    else:
        count = len(table.columns)
        parts = -(-count // _MOST_COLUMNS)
        size = -(-count // parts)
        for first in range(0, count, size):
            lines += _tabular(columns_from(table, first, min(first + size, count)))
    lines += [escaped(table.note), "", _legend(table), "", f"{escaped(table.footer)}. {url(table.link)}"]
    lines += _sources(table)
    return _document(lines)


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as nested lists, which LaTeX allows four deep; what is deeper keeps its answers before it."""
    lines = [f"\\section*{{{escaped(tree.title)}}}", escaped(tree.summary), ""]
    depth = -1
    for line in lines_of(tree):
        level = min(line.depth, _DEEPEST - 1)
        lines += ["\\begin{itemize}"] * (level - depth) or ["\\end{itemize}"] * (depth - level)
        text = f"\\textbf{{{escaped(line.text)}}}" if line.is_question else escaped(line.text)
        answer = f"{escaped(line.answer)} $\\rightarrow$ " if line.answer else ""
        deeper = "$\\cdot$ " * (line.depth - level)
        lines.append(f"\\item {deeper}{answer}{text}")
        depth = level
    lines += ["\\end{itemize}"] * (depth + 1)
    lines += ["", f"{escaped(tree.publisher)}, {escaped(tree.as_of)}. {url(tree.link)}"]
    return _document(lines)


def _document(lines: list[str]) -> bytes:
    body = "\n".join(lines)
    return f"{preamble(body)}\\begin{{document}}\n{body}\n\\end{{document}}\n".encode()


def _tabular(table: Table) -> list[str]:
    columns = ">{\\raggedright\\arraybackslash}X" * len(table.columns)
    wide = ">{\\raggedright\\arraybackslash}p{0.15\\linewidth}"
    lines = [
        "% --- table ---",
        f"\\noindent\\begin{{tabularx}}{{\\linewidth}}{{@{{}}{wide}{columns}@{{}}}}",
        "\\toprule",
    ]
    heads = [f"\\textbf{{{escaped(table.corner)}}}", *(_head(column) for column in table.columns)]
    lines += [" & ".join(heads) + " \\\\", "\\midrule"]
    for row in table.rows:
        cells = [f"\\textbf{{{escaped(row.heading.name)}}}", *(_cell(cell) for cell in row.cells)]
        lines.append(" & ".join(cells) + " \\\\")
    return [*lines, "\\bottomrule", "\\end{tabularx}", "% --- end of table ---", "", "\\bigskip", ""]


def _head(heading: Heading) -> str:
    note = f" \\newline {{\\scriptsize {escaped(heading.note)}}}" if heading.note else ""
    return f"\\textbf{{{escaped(heading.name)}}}{note}"


def _cell(cell: TableCell) -> str:
    muted = " ".join(part for part in (beside_words(cell), number_words(cell)) if part)
    rest = f" {{\\scriptsize {escaped(muted)}}}" if muted else ""
    return f"{sign(cell.state.symbol)} {escaped(value_words(cell))}{rest}"


def _legend(table: Table) -> str:
    return ", ".join(f"{sign(token.symbol)} {escaped(token.word)}" for token in table.legend)


def _sources(table: Table) -> list[str]:
    if not table.references:
        return []
    items = [f"\\item[{each.number}.] {escaped(each.text)} {url(each.url)}" for each in table.references]
    return ["", "\\subsection*{Sources}", "\\begin{description}", *items, "\\end{description}"]
