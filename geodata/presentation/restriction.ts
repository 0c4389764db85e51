import { hideFigures, isAmong, listFigures, type NamedFigures, notShown } from '../link/named.ts';
import { resolveView, type ShownCatalog } from '../link/resolve.ts';
import { formatView } from '../link/view.ts';
import { readSlideView, type Slide } from './presentation.ts';

/** The figures that slides show. */
export function listShownBy(slides: readonly Pick<Slide, 'address'>[]): NamedFigures[] {
  return slides.flatMap(({ address }) => {
    const view = readSlideView(address);
    return view ? listFigures(view) : [];
  });
}

/**
 * A slide as it is told to who may not know of some figures. One that shows any of them keeps its place and says nothing:
 * what was written of it may say what it shows.
 */
export function restrictSlide<Told extends Slide>(slide: Told, unknown: readonly NamedFigures[]): Told {
  const view = readSlideView(slide.address);
  if (!view || !listFigures(view).some((figures) => isAmong(figures, unknown))) return slide;
  return { ...slide, address: formatView(hideFigures(view, unknown)), title: '', sentence: '', notes: '' };
}

/** A slide as it is told where a catalog has, or gives whoever looks, not all that its maps show: the same as one of which nothing is known. */
export function restrictToCatalog(slide: Slide, catalog: ShownCatalog): Slide {
  const view = readSlideView(slide.address);
  const adjustments = view ? resolveView(view, catalog)?.adjustments : [];
  const isWhole = adjustments?.every(({ parameter }) => !decisive.includes(parameter)) ?? false;
  return view && !isWhole ? restrictSlide(slide, listFigures(view)) : slide;
}

/** Without what is named so a map shows something else. */
const decisive = ['indicator', 'pair'];

/** Whether a slide shows something that whoever was told it may not know of. */
export function isRestricted({ address }: Pick<Slide, 'address'>): boolean {
  const view = readSlideView(address);
  const named = view ? [...view.panels.flatMap(({ indicator, pair }) => [indicator, pair]), view.other] : [];
  return named.includes(notShown);
}
