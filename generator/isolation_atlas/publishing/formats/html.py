"""An HTML fragment with inline styles, as mail programs, documents and wikis take it when it is pasted."""

from __future__ import annotations

from html import escape

from isolation_atlas.publishing.formats.look import Look, Theme
from isolation_atlas.publishing.formats.outline import Tree, lines_of
from isolation_atlas.publishing.formats.table import Heading, Reference, Table, TableCell
from isolation_atlas.publishing.formats.wording import beside_words, clean, legend_line, main_words, number_words


def write_table(table: Table, look: Look) -> bytes:
    """Return a table as a fragment."""
    theme = look.theme
    parts = [
        f'<div style="{_frame(theme)}">',
        f'<p style="font-size:16pt;margin:0 0 4pt"><b>{_text(table.title)}</b></p>',
    ]
    if table.summary:
        parts.append(f'<p style="margin:0 0 8pt">{_text(table.summary)}</p>')
    parts += table_lines(table, look)
    parts += [f'<p style="margin:6pt 0">{_text(each)}</p>' for each in (table.note, legend_line(table)) if each]
    parts.append(f'<p style="color:#{theme.muted};margin:6pt 0">{_text(table.footer)}{_link(table.link)}</p>')
    if table.references:
        parts += ["<ol>", *(_reference(each) for each in table.references), "</ol>"]
    return ("\n".join((*parts, "</div>")) + "\n").encode()


def write_tree(tree: Tree, look: Look) -> bytes:
    """Return a tree as nested lists."""
    parts = [f'<div style="{_frame(look.theme)}">', f'<p style="font-size:16pt"><b>{_text(tree.title)}</b></p>']
    parts += [f"<p>{_text(tree.summary)}</p>", *list_lines(tree)]
    footer = f"{tree.publisher}, facts as of {tree.as_of}"
    parts.append(f'<p style="color:#{look.theme.muted}">{_text(footer)}{_link(tree.link)}</p>')
    return ("\n".join((*parts, "</div>")) + "\n").encode()


def table_lines(table: Table, look: Look) -> list[str]:
    """Return the table element alone."""
    if not table.rows or not table.columns:
        return ["<p>Nothing to show.</p>"]
    head = _box(look.theme, look.theme.head, look.theme.head_ink)
    stub = _box(look.theme, look.theme.paper, look.theme.ink)
    lines = [
        '<table style="border-collapse:collapse">',
        "<thead><tr>",
        f'<th scope="col" style="{head}">{_text(table.corner)}</th>',
    ]
    lines += [f'<th scope="col" style="{head}">{_heading(each, look.theme.head_ink)}</th>' for each in table.columns]
    lines.append("</tr></thead><tbody>")
    for row in table.rows:
        lines.append(f'<tr><th scope="row" style="{stub}">{_heading(row.heading, look.theme.ink)}</th>')
        lines += [f'<td style="{stub}">{_cell(cell, look.theme)}</td>' for cell in row.cells]
        lines.append("</tr>")
    return [*lines, "</tbody></table>"]


def list_lines(tree: Tree) -> list[str]:
    """Return a tree's nested lists."""
    lines, depth = ["<ul>"], 0
    for line in lines_of(tree):
        lines += ["<ul>"] * (line.depth - depth) if line.depth > depth else ["</li></ul>"] * (depth - line.depth)
        if lines[-1] != "<ul>":
            lines.append("</li>")
        answer = f"{_text(line.answer)} → " if line.answer else ""
        text = f"<b>{_text(line.text)}</b>" if line.is_question else _text(line.text)
        lines.append(f"<li>{answer}{text}")
        depth = line.depth
    return [*lines, "</li></ul>" * (depth + 1)]


def _cell(cell: TableCell, theme: Theme) -> str:
    words = _text(main_words(cell)).replace(" ", "&nbsp;", 1)
    if cell.href:
        words = f'<a href="{escape(cell.href)}" style="color:#{theme.ink};text-decoration:none">{words}</a>'
    muted = [part for part in (beside_words(cell, full=True), number_words(cell)) if part]
    rest = f'<br><span style="color:#{theme.muted}">{_text(" ".join(muted))}</span>' if muted else ""
    return words + rest


def _heading(heading: Heading, ink: str) -> str:
    name = _text(heading.name)
    linked = f'<a href="{escape(heading.href)}" style="color:#{ink}">{name}</a>' if heading.href else name
    return f'{linked}<br><span style="font-weight:normal">{_text(heading.note)}</span>' if heading.note else linked


def _reference(reference: Reference) -> str:
    address = f' <a href="{escape(reference.url)}">{_text(reference.url)}</a>' if reference.url else ""
    return f'<li value="{reference.number}">{_text(reference.text)}{address}</li>'


def _link(link: str) -> str:
    return f' · <a href="{escape(link)}">{_text(link)}</a>' if "://" in link else ""


def _frame(theme: Theme) -> str:
    return f"background:#{theme.paper};color:#{theme.ink};font-family:Arial,Helvetica,sans-serif;font-size:10.5pt"


def _box(theme: Theme, paper: str, ink: str) -> str:
    rule = f"border:1px solid #{theme.rule}"
    return f"background:#{paper};color:#{ink};{rule};padding:4pt 6pt;text-align:left;vertical-align:top"


def _text(text: str) -> str:
    return escape(clean(text))
