import type { Page } from 'playwright-core';

/** What programs do to the text nodes of a page that is not theirs. */
export const ways = ['translator', 'checker'] as const;
type Way = (typeof ways)[number];

/** Google Translate puts `font` in `font` in the place of each text node; a checker splits nodes, and joins what lies side by side. */
export function meddle(page: Page, way: Way): Promise<void> {
  return page.evaluate((how) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const isDrawn = (text: Text) => text.parentElement?.closest('svg') !== null;
    const wrap = (text: Text) => {
      const outer = isDrawn(text)
        ? document.createElementNS('http://www.w3.org/2000/svg', 'tspan')
        : document.createElement('font');
      const inner = outer.cloneNode() as Element;
      if (outer instanceof HTMLElement) outer.style.verticalAlign = 'inherit';
      outer.append(inner);
      text.replaceWith(outer);
      inner.append(text.data);
    };
    for (const text of texts) {
      // Only words are wrapped, and once.
      if (text.parentElement?.closest('font, style, script, title')) continue;
      if (how === 'checker') {
        if (text.length > 2) text.splitText(1).splitText(1);
      } else if (text.data.trim() !== '') wrap(text);
    }
    if (how === 'checker') {
      for (const each of document.querySelectorAll('p, li, td, h1, h2, h3, span, button')) each.normalize();
    }
  }, way);
}

/** Every word that a page shows. */
export function readWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('style, script, .maplibregl-ctrl, .timeline-now'))
        parts.push(walker.currentNode.textContent ?? '');
    return parts.join('').replaceAll(/\s+/g, ' ');
  });
}
