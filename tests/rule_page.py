"""The page of rules, build/vocabularies/RULES.md, as rules.toml tells it; run as a script, it writes the page anew."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

VOCABULARIES = Path(__file__).parents[1] / "build" / "vocabularies"
PAGE = VOCABULARIES / "RULES.md"
FAMILIES = {
    "articles": "What an article tells of itself",
    "meetings": "That there was a meeting, and what is told of it",
    "participants": "Who took part",
    "agreements": "Agreements",
    "threats": "Threats mentioned",
    "dates": "Dates of meetings and agreements, by their wording",
    "": "Values from elsewhere",
}
HEAD = """# Rules

What the column `rule_id` of `evidence` and `threats_mentioned` names: the rule by which words became a value.
A rule is never used for another, and a retired one keeps its line, so that rows of every version can be looked up.
This page is made of `rules.toml` by `python tests/rule_page.py`.

`corrected:<id>` is no rule but a decision of a human coder; its reason stands in `../corrections/`.
"""


def read_rules() -> dict[str, dict[str, Any]]:
    """Return the rules of rules.toml by their ids."""
    return tomllib.loads((VOCABULARIES / "rules.toml").read_text(encoding="utf-8"))


def write_page(rules: dict[str, dict[str, Any]]) -> str:
    """Return the page: a table for each family of rules, in the order of the ids."""
    parts = [HEAD]
    for family, title in FAMILIES.items():
        of_family = sorted(rule_id for rule_id in rules if rule_id.rpartition(".")[0] == family)
        rows = [f"| `{rule_id}` | {_describe(rules[rule_id])} |" for rule_id in of_family]
        parts.append("\n".join([f"## {title}\n", "| rule | what it reads |", "| --- | --- |", *rows, ""]))
    return "\n".join(parts)


def _describe(rule: dict[str, Any]) -> str:
    retired = f" Retired in {rule['retired']}." if "retired" in rule else ""
    return f"{rule['definition']}{retired}".replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(write_page(read_rules()), encoding="utf-8")
