"""A browser without a network, in which the tests try the pages that the project writes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
WIDTHS = (400, 1400)
ACCESSIBILITY = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
IN_VIEW = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return [document.activeElement.outerHTML.slice(0, 60), box.bottom > 0 && box.top < innerHeight,
          getComputedStyle(document.activeElement).outlineStyle];
}"""


@contextmanager
def open_browser() -> Iterator[Any]:
    """Give a browser; skips the test where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no browser: apt-get install chromium")
    # A browser run by root refuses its sandbox.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@contextmanager
def open_page(browser: Any, page: Path, width: int) -> Iterator[Any]:
    """Give a page in a window without a network; anything it asks for or complains of fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.on("request", lambda asked: told.append(asked.url) if asked.url != page.as_uri() else None)
    tab.goto(page.as_uri())
    yield tab
    assert told == []
    context.close()


def check_accessibility(tab: Any) -> None:
    """Fail where a page is not accessible by WCAG AA, its contrasts among it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    result = axe.Axe().run(tab, options={"runOnly": {"type": "tag", "values": ACCESSIBILITY}})
    assert result.violations_count == 0, result.generate_report()
    assert "color-contrast" in {rule["id"] for rule in result.response["passes"]}
