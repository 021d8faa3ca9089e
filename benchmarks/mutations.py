"""Random mutations of texts, each brought about again by its seed."""

from __future__ import annotations

import random

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
