import type { FirstView } from '../data/contract.ts';
import { readFold } from '../state/screen/preference.ts';
import { describeTitle, titleWords } from '../text/title-words.ts';

/**
 * Builds the frame of the page in which the first picture is drawn: what the page will have around its maps, empty but for
 * the title, by the same style sheet, so that the maps stand where they will stay. Gives the place of each map.
 */
export function buildFirstFrame(root: Element, first: FirstView): HTMLElement[] {
  const page = createPart('div', 'page');
  for (const panel of ['subject', 'area'] as const) page.classList.toggle(`${panel}-folded`, readFold(panel));
  page.dataset.sheet = 'none';
  const frames = first.panels.map((_, index) => buildFrame(index, first));
  const plate = createPart('div', `plate plate-${first.view.arrangement}`, ...frames);
  plate.id = 'map';
  plate.tabIndex = 0;
  plate.setAttribute('role', 'application');
  plate.style.setProperty('--divider', String(first.view.divider));
  const middle = createPart(
    'main',
    'middle',
    createPart('div', 'plate-head', buildTitle(first), createPart('div', 'compare')),
    createPart('div', 'plate-room', plate),
    createPart('div', 'plate-foot', createPart('div', 'timeline')),
  );
  const bar = createPart('div', 'narrow-bar', document.createElement('button'));
  page.append(
    createPart('header', 'header', createPart('p', 'brand', brand)),
    createPart('aside', 'subject'),
    middle,
    createPart('aside', 'side'),
    bar,
  );
  root.replaceChildren(page);
  return frames.map((frame) => frame.querySelector<HTMLElement>('.map-canvas') ?? frame);
}

const brand = 'Wijkinformatie Twente';

function buildFrame(index: number, { view, panels }: FirstView): HTMLElement {
  const isActive = panels.length > 1 && view.active === index;
  const map = createPart('div', 'map', createPart('div', 'map-canvas map-place'));
  const frame = createPart('section', isActive ? 'frame frame-active' : 'frame', map);
  frame.dataset.index = String(index);
  return frame;
}

/** As the title of the page will say it. */
function buildTitle({ view, period, panels, hasSeveralDivisions }: FirstView): HTMLElement {
  const words = titleWords[view.language];
  const drawn = panels[view.active] ?? panels[0];
  const title = createPart('div', 'plate-title');
  if (!drawn) return title;
  const heading = describeTitle({
    name: drawn.indicator.name[view.language],
    difference: null,
    period,
    areas: words.areas[view.level],
  });
  title.append(createPart('h1', '', heading));
  if (hasSeveralDivisions) title.append(createPart('p', 'soft', words.boundariesOf(drawn.boundaryYear)));
  return title;
}

function createPart(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const part = document.createElement(name);
  if (className) part.className = className;
  part.append(...children);
  return part;
}
