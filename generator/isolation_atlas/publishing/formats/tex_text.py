"""Text for TeX: every sign stands for itself, and what pdfTeX's fonts lack is told by its name."""

from __future__ import annotations

import unicodedata

from isolation_atlas.publishing.formats.wording import clean

_SIGNS = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "[": "{[}",
    "]": "{]}",
    "\u00a0": "~",
    "\u202f": "\\,",
    "≤": "$\\leq$",
    "≥": "$\\geq$",
    "×": "$\\times$",
    "±": "$\\pm$",
    "→": "$\\rightarrow$",
    "µ": "$\\mu$",
    "μ": "$\\mu$",
    "●": "$\\bullet$",
    "○": "$\\circ$",
    "◐": "$\\ominus$",
    "△": "$\\triangle$",
    "≠": "$\\neq$",
    "↑": "$\\uparrow$",
    "∪": "$\\cup$",
    "⊂": "$\\subset$",
    "…": "\\ldots{}",
    "–": "--",
    "—": "---",
    "✓": "$\\surd$",
    "✕": "$\\otimes$",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "·": "$\\cdot$",
    "°": "$^\\circ$",
}
"""None of two states' signs become one."""

_PREAMBLE = """\\documentclass[10pt,a4paper,landscape]{article}
\\usepackage{iftex}
\\ifPDFTeX
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{textcomp}
\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}
%s\\else
\\usepackage{fontspec}
\\fi
\\usepackage[margin=15mm]{geometry}
\\usepackage{array,booktabs,tabularx}
\\usepackage[hidelinks]{hyperref}
\\setlength{\\parindent}{0pt}
\\setlength{\\emergencystretch}{3em}
"""


def escaped(text: str) -> str:
    """Return text in which every sign stands for itself."""
    return "".join(_SIGNS.get(char, char) for char in clean(text))


def sign(symbol: str) -> str:
    """Return the sign of a state."""
    return _SIGNS.get(symbol, symbol)


def url(address: str) -> str:
    """Return an address as TeX takes it, with a link where it is absolute; empty for none."""
    if "://" not in address:
        return escaped(address)
    kept = "".join(f"\\{char}" if char in "%#\\" else char for char in clean(address) if char not in "{}^ ")
    return f"\\url{{{kept}}}"


def preamble(body: str) -> str:
    """Return what goes before the document; characters that pdfTeX lacks are declared with their Unicode names."""
    lacking = sorted({char for char in body if ord(char) > 0x17F or 0x7F < ord(char) < 0xA1})
    declared = "".join(f"\\DeclareUnicodeCharacter{{{ord(char):04X}}}{{{_named(char)}}}\n" for char in lacking)
    return _PREAMBLE % declared


def _named(char: str) -> str:
    return f"{{[}}{unicodedata.name(char, f'U+{ord(char):04X}').lower()}{{]}}"
