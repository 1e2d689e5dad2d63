"""Looks at a page with axe: nothing may be wrong, and nothing may be left for somebody else to look at."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}

# What axe could not decide and a person has: rule, part of the element, and what was found when looking.
TRIAGED: tuple[tuple[str, str, str], ...] = ()


def faults(page: Page) -> list[str]:
    """What axe finds wrong, and what it cannot decide and nobody has looked at yet."""
    page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {json.dumps(OPTIONS)})")
    wrong = [_told("fel", rule, node) for rule in found["violations"] for node in rule["nodes"]]
    unsure = [
        _told("obedömt", rule, node)
        for rule in found["incomplete"]
        for node in rule["nodes"]
        if not any(rule["id"] == triaged and part in node["html"] for triaged, part, _ in TRIAGED)
    ]
    return wrong + unsure


def _told(kind: str, rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = " ".join((node.get("failureSummary") or rule["help"]).split())
    return f"{kind}: {rule['id']}: {node['html'][:160]}: {why[:300]}"
