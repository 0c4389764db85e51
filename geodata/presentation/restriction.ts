import { hideMapped, listMapped, notShown } from '../link/named.ts';
import { formatView } from '../link/view.ts';
import { readSlideView, type Slide } from './presentation.ts';

/** Addresses of the indicators and categories that slides show, each once. */
export function listShownBy(slides: readonly Pick<Slide, 'address'>[]): string[] {
  return [
    ...new Set(
      slides.flatMap(({ address }) => {
        const view = readSlideView(address);
        return view ? listMapped(view) : [];
      }),
    ),
  ];
}

/**
 * A slide as it is told to who may not know of some indicators. One that shows any of them keeps its place and says
 * nothing: what was written of it may say what it shows.
 */
export function restrictSlide<Told extends Slide>(slide: Told, unknown: readonly string[]): Told {
  const view = readSlideView(slide.address);
  if (!view || !listMapped(view).some((address) => unknown.includes(address))) return slide;
  return { ...slide, address: formatView(hideMapped(view, unknown)), title: '', sentence: '', notes: '' };
}

/** Whether a slide shows something that whoever was told it may not know of. */
export function isRestricted({ address }: Pick<Slide, 'address'>): boolean {
  const view = readSlideView(address);
  const named = view ? [...view.panels.flatMap(({ indicator, pair }) => [indicator, pair]), view.other] : [];
  return named.includes(notShown);
}
