import { defaultView, formatView, parseView, type View } from '../link/view.ts';

/** One view of a presentation, with what is said of it. */
export interface Slide {
  /** The query of a view as `geodata/link` writes it. */
  readonly address: string;
  readonly title: string;
  readonly sentence: string;
  /** For the speaker alone. */
  readonly notes: string;
}

/** Views in an order, to be shown one after the other. */
export interface Presentation {
  readonly title: string;
  readonly slides: readonly Slide[];
}

/** Longest texts, characters, and the most slides. */
export const presentationLimits = {
  slides: 60,
  title: 120,
  sentence: 400,
  notes: 2000,
  address: 2000,
} as const;

/** How many characters the slides that a link holds take at most: longer ones are cut by mail programs and proxies. */
export const longestPacked = 3000;

export const emptyPresentation: Presentation = { title: '', slides: [] };

/** The maps of a view as a slide keeps them: without whose they are, in which language, and in which presentation they are shown. */
export function writeSlideAddress(view: View): string {
  const { language, seeAs, page } = defaultView;
  return formatView({ ...leavePresentation(view), language, seeAs, page });
}

/** The view by itself, neither a slide nor followed. */
export function leavePresentation(view: View): View {
  return { ...view, slides: null, presentation: null, slide: null, follow: null };
}

/** The view of maps that a slide shows; null where its address says something that no link of ours says. */
export function readSlideView(address: string): View | null {
  const { view, problems } = parseView(address);
  return problems.length > 0 ? null : leavePresentation({ ...defaultView, ...view, page: 'map' });
}

/** The slides with one of them moved so many places; the same where there is no such place. */
export function moveSlide(slides: readonly Slide[], index: number, by: number): readonly Slide[] {
  const to = index + by;
  const moved = slides[index];
  if (!moved || to < 0 || to >= slides.length) return slides;
  const rest = slides.filter((_, other) => other !== index);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}
