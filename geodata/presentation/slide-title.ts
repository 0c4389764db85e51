import { resolveView } from '../link/resolve.ts';
import { describeTogether, listSubjects, type TitleCatalog } from '../link/title.ts';
import { type Language, languages } from '../text.ts';
import { presentationLimits, readSlideView, type Slide } from './presentation.ts';

/**
 * The slide with its title in a language, where that is still the one that its maps gave it in another: what somebody wrote
 * stays as it is.
 */
export function translateTitle<Told extends Slide>(
  slide: Told,
  catalog: TitleCatalog,
  language: Language,
): Told {
  const isOwn = languages.some((other) => nameSlide(slide, catalog, other) === slide.title);
  const title = isOwn ? nameSlide(slide, catalog, language) : null;
  return title ? { ...slide, title } : slide;
}

/** The title that the maps of a slide give it. */
function nameSlide({ address }: Slide, catalog: TitleCatalog, language: Language): string | null {
  const view = readSlideView(address);
  const resolved = view && resolveView(view, catalog)?.view;
  if (!resolved) return null;
  return describeTogether(listSubjects(resolved, catalog, language)).slice(0, presentationLimits.title);
}
