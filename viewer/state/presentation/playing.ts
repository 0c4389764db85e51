import { readSlideView } from '../../../geodata/presentation/presentation.ts';
import { isRestricted } from '../../../geodata/presentation/restriction.ts';
import { changeView, view } from '../link/view.ts';
import { wishedFlights } from '../screen/wished-bounds.ts';
import { presented } from './presented.ts';

/** How somebody moves through a presentation. */
export type Turn = 'next' | 'previous' | 'first' | 'last';

/** Shows a slide by its number, from 1; the maps fly there. Nothing happens where there is no such slide. */
export function showSlide(number: number): void {
  const slide = presented.peek()?.slides[number - 1];
  if (!slide) return;
  const { language, seeAs, slides, presentation, slide: before } = view.peek();
  const own = { language, seeAs, slides, presentation, slide: number, page: 'map' as const };
  const shown = isRestricted(slide) ? null : readSlideView(slide.address);
  // "Back" leaves the presentation, and does not turn its slides.
  changeView(shown ? { ...shown, ...own, follow: null } : own, before === null ? 'push' : 'replace');
  if (shown) wishedFlights.value += 1;
}

/** Shows another slide; the ends are ends. */
export function turn(way: Turn): void {
  const count = presented.peek()?.slides.length ?? 0;
  const number = view.peek().slide ?? 1;
  const to = { next: number + 1, previous: number - 1, first: 1, last: count }[way];
  if (to >= 1 && to <= count && to !== number) showSlide(to);
}

/** Stops showing slides, and goes back to the page where they stand in a list. */
export function endPlaying(): void {
  changeView({ slide: null, page: 'presentation' });
}
