# SPDX-License-Identifier: Apache-2.0
"""What shuts somebody out of a screen: axe's faults, and what large letters on a narrow phone push, cut or cover."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

AXE = Path("frontend/node_modules/axe-core/axe.min.js").read_text()
FAULTS = """() => axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`)))"""
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((control) => control.checkVisibility()).map((control) => control.closest('label') ?? control)
  .filter((shown) => getComputedStyle(shown).display !== 'inline').flatMap((shown) => {
    const { width, height } = shown.getBoundingClientRect();
    const size = `${Math.round(width)} x ${Math.round(height)}`;
    return Math.min(width, height) >= 44 ? [] : [`too small for a finger: ${size} ${shown.textContent.trim()}`];
  })"""
NARROW = """() => {
  const found = [];
  const told = (element) => `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
  const beyond = document.documentElement.scrollWidth - innerWidth;
  if (beyond > 0) found.push(`${beyond} px beyond the screen`);
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg') || !element.checkVisibility()) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(`stands out sideways: ${told(element)}`);
    const { clipPath, display, overflowY } = getComputedStyle(element);
    if (clipPath !== 'none') continue;
    const isField = ['input', 'textarea', 'select'].includes(element.localName);
    if (display !== 'inline' && !isField && element.scrollWidth > element.clientWidth + 2)
      found.push(`wider than its place: ${told(element)}`);
    if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
      found.push(`cut at the bottom: ${told(element)}`);
  }
  return found;
}"""
COVERED = """() => {
  const found = [], before = document.activeElement, at = scrollY;
  for (const control of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (control.disabled || !control.checkVisibility()) continue;
    const shown = control.closest('label') ?? control;
    control.focus();
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const free = [0.1, 0.5, 0.9].some((part) => {
      const seen = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
      return seen && (shown.contains(seen) || seen.contains(shown));
    });
    if (!free) found.push(`has the focus and is covered: ${shown.textContent.trim().slice(0, 40)}`);
  }
  (before ?? document.body).focus();
  scrollTo(0, at);
  return found;
}"""
NARROWEST = 320


def faults_on(page: Page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"{AXE};0")
    found: list[str] = page.evaluate(FAULTS)
    return found


def looking_for_faults(page: Page, found: list[str]) -> Callable[[str], None]:
    """In light and dark with axe; then at 320 px, with the letters as large as they get."""
    page.emulate_media(reduced_motion="reduce")  # no colour is still on its way in when it is measured

    def look(screen: str) -> None:
        page.wait_for_selector("[inert]", state="detached")  # a question takes no answer in its first moment
        usual = page.viewport_size
        assert usual is not None
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found.extend(f"{screen}, {scheme}: {fault}" for fault in faults_on(page))
        found.extend(f"{screen}: {fault}" for fault in page.evaluate(SMALL))
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        size = page.evaluate("() => document.documentElement.style.fontSize")
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        for question in (NARROW, COVERED):
            found.extend(f"{screen}, large letters: {fault}" for fault in page.evaluate(question))
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        page.set_viewport_size(usual)

    return look
