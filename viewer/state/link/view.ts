import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Adjustment } from '../../../geodata/link/resolve.ts';
import {
  defaultPanel,
  defaultView,
  formatView,
  type PanelView,
  parseView,
  type View,
  type ViewProblem,
} from '../../../geodata/link/view.ts';
import { atRest, watchRest } from '../screen/at-rest.ts';
import { afterMaps } from '../screen/drawing.ts';
import { rememberClasses } from './class-memory.ts';

/** What could not be restored of a link: its grammar, or what it names. */
export type LinkProblem = ViewProblem | Adjustment;

type History = 'push' | 'replace';

const current = signal<View>(defaultView);

/** What the link says. Everything on screen follows from it; it changes by `changeView` and the browser's history alone. */
export const view = computed(() => current.value);

/** Every part of the view by itself: what reads one of them hears of no other. */
export const viewParts = Object.fromEntries(
  Object.keys(defaultView).map((name) => [name, computed(() => current.value[name as keyof View])]),
) as { readonly [Name in keyof View]: ReadonlySignal<View[Name]> };

export const { language } = viewParts;

/** What could not be restored of the link that was opened, until it is dismissed. */
export const linkProblems = signal<readonly LinkProblem[]>([]);

/** Counts how often the view came from a link or from history instead of from a choice on this page. */
export const arrivals = signal(0);

/** Whether the link that was opened says nothing of maps beside which slide to show. */
export const namesSlideAlone = signal(false);

/** Counts what people chose on this page that "back" undoes. */
export const choices = signal(0);

/**
 * Changes the view and the link with it. `push` for a choice that "back" should undo, `replace` for what follows from
 * another choice or moves along (the camera, a slider under way).
 */
export function changeView(change: Partial<View>, how: History = 'push'): void {
  const next = { ...current.peek(), ...change };
  const link = formatView(next);
  if (link === formatView(current.peek())) return;
  if (how === 'push') {
    writeLink();
    choices.value++;
  }
  unwritten = { link, how: unwritten?.how ?? how };
  if (isStepInTime(change)) atRest('address', writeLink);
  // Before the words, some of which say the link.
  else afterMaps(writeLink);
  current.value = next;
}

/** Whether a change shows other periods and nothing else. */
function isStepInTime({ panels, ...others }: Partial<View>): boolean {
  const before = current.peek().panels;
  return (
    Object.keys(others).length === 0 &&
    panels?.length === before.length &&
    panels.every((panel, index) => isSameButTime(panel, before[index] ?? defaultPanel))
  );
}

function isSameButTime(one: PanelView, other: PanelView): boolean {
  const names = Object.keys(one) as (keyof PanelView)[];
  return names.every((name) => name === 'period' || name === 'boundaryYear' || one[name] === other[name]);
}

/** The link of the view where the address bar does not have it yet: writing it takes time that the maps need first. */
let unwritten: { readonly link: string; readonly how: History } | null = null;

function writeLink(): void {
  if (!unwritten) return;
  const { link, how } = unwritten;
  unwritten = null;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', `${location.pathname}${link}`);
}

/** Changes what one panel shows, the active one unless the index of another is given; `more` changes the view along with it. */
export function changePanel(
  change: Partial<PanelView>,
  how: History = 'push',
  index: number = current.peek().active,
  more: Partial<View> = {},
): void {
  const { panels } = current.peek();
  const changed = panels.map((panel, other) => (other === index ? { ...panel, ...change } : panel));
  changeView({ ...more, panels: changed }, how);
}

/** Changes how values are divided and coloured: in every panel of the same indicator, while they share one scale. */
export function changeClasses(change: Pick<Partial<PanelView>, 'classes' | 'scheme'>): void {
  const { panels, active, scale } = current.peek();
  const { indicator } = panels[active] ?? defaultPanel;
  const isFollowing = (panel: PanelView, index: number) =>
    index === active || (scale === 'all' && panel.indicator === indicator);
  const changed = panels.map((panel, index) => (isFollowing(panel, index) ? { ...panel, ...change } : panel));
  for (const panel of changed.filter(isFollowing)) rememberClasses(panel);
  changeView({ panels: changed });
}

/** Follows the link in the address bar, now and whenever people go back or forward. */
export function followHistory(): void {
  readLocation();
  addEventListener('popstate', readLocation);
  addEventListener('pagehide', writeLink);
  watchRest();
}

/** The query of the address; a sign that HTML writes as `&#38;` makes a fragment of all that follows it. */
function readQuery(): string {
  const { search, hash = '' } = location;
  return /^#(0*38|x0*26);/i.test(hash) ? `${search}&${hash}` : search;
}

function readLocation(): void {
  unwritten = null;
  const { view: restored, problems } = parseView(readQuery());
  linkProblems.value = problems;
  current.value = { ...defaultView, ...restored };
  const { language: _own, ...rest } = { ...restored, slide: null, slides: null, presentation: null };
  namesSlideAlone.value = restored.slide != null && formatView({ ...defaultView, ...rest }) === '';
  arrivals.value++;
}
