import { isRestricted, listShownBy, restrictSlide } from '../../geodata/presentation/restriction.ts';
import type { Database } from '../../sql/database.ts';
import { findPresentation } from '../../sql/presentations/presentations.ts';
import type { PresentationReader } from '../../sql/presentations/reader.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';
import type { PresentationBody } from '../schemas/presentation.ts';

/**
 * A presentation as it is told to somebody: slides that show what he may not know of are counted and say nothing, and the
 * speaker's notes are the owner's. Null where there is none for him.
 */
export async function tellPresentation(
  db: Database,
  reader: PresentationReader,
  id: string,
): Promise<PresentationBody | null> {
  const kept = await findPresentation(db, reader, id);
  if (!kept) return null;
  const unknown = await listUnknownFigures(db, reader.reader, listShownBy(kept.slides));
  const slides = kept.slides.map((slide) => {
    const { address, title, sentence, notes } = restrictSlide(slide, unknown);
    return { address, title, sentence, notes: kept.isOwn ? notes : '' };
  });
  return { ...kept, slides, hidden: slides.filter(isRestricted).length };
}
