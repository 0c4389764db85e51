import { titleWords } from '../../geodata/link/title.ts';
import type { FirstView } from '../first-view.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { earlyScript } from './early-script.ts';

/**
 * The frame of the page in which its maps stand first: what the page will have around them, empty but for the title, by
 * the same style sheet, so that they stand where they will stay. `pictures`: of each map, where the server drew them.
 */
export function writeFrame(first: FirstView, pictures: readonly string[] | null): string {
  const { view, panels } = first;
  const frames = panels.map((_, index) => {
    const isActive = panels.length > 1 && view.active === index;
    return (
      `<section class="frame${isActive ? ' frame-active' : ''}" data-index="${index}"><div class="map">` +
      `<div class="map-canvas map-place">${pictures?.[index] ?? ''}</div></div></section>`
    );
  });
  return [
    `<div class="page" data-sheet="none" data-divider="${view.divider}"><script>${earlyScript}</script>`,
    '<header class="header"><p class="brand">Wijkinformatie Twente</p></header>',
    '<aside class="subject"></aside>',
    '<main class="middle">',
    `<div class="plate-head"><div class="plate-title">${writeTitle(first)}</div><div class="compare"></div></div>`,
    `<div class="plate-room"><div id="map" class="plate plate-${view.arrangement}" tabindex="0" role="application">${frames.join('')}</div></div>`,
    '<div class="plate-foot"><div class="timeline"></div></div>',
    '</main>',
    '<aside class="side"></aside>',
    '<div class="narrow-bar"><button></button></div>',
    '</div>',
  ].join('');
}

/** As the title of the page will say it. */
function writeTitle({ view, title, panels, hasSeveralDivisions }: FirstView): string {
  const words = titleWords[view.language];
  const drawn = panels[view.active] ?? panels[0];
  if (!drawn) return '';
  const division = hasSeveralDivisions ? `<p class="soft">${words.boundariesOf(drawn.boundaryYear)}</p>` : '';
  return `<h1>${escapeText(title)}</h1>${division}`;
}
