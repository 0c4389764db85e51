import { computed, signal } from '@preact/signals';
import { defaultView, formatView, parseView, type View, type ViewProblem } from '../../geodata/view.ts';
import type { Adjustment } from './resolve.ts';

/** What could not be restored of a link: its grammar, or what it names. */
export type LinkProblem = ViewProblem | Adjustment;

const current = signal<View>(defaultView);

/** What the link says. Everything on screen follows from it; it changes by `changeView` and the browser's history alone. */
export const view = computed(() => current.value);

export const language = computed(() => current.value.language);

/** What could not be restored of the link that was opened, until it is dismissed. */
export const linkProblems = signal<readonly LinkProblem[]>([]);

/** Counts how often the view came from a link or from history instead of from a choice on this page. */
export const arrivals = signal(0);

/**
 * Changes the view and the link with it. `push` for a choice that "back" should undo, `replace` for what follows from
 * another choice or moves along (the camera, a slider under way).
 */
export function changeView(change: Partial<View>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...current.peek(), ...change };
  const link = formatView(next);
  if (link === formatView(current.peek())) return;
  current.value = next;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', `${location.pathname}${link}`);
}

/** Follows the link in the address bar, now and whenever people go back or forward. */
export function followHistory(): void {
  readLocation();
  addEventListener('popstate', readLocation);
}

function readLocation(): void {
  const { view: restored, problems } = parseView(location.search);
  linkProblems.value = problems;
  current.value = { ...defaultView, ...restored };
  arrivals.value++;
}
