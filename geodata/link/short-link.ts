import { packPresentation, unpackPresentation } from '../presentation/packing.ts';
import { listShownBy, restrictSlide } from '../presentation/restriction.ts';
import { decodeWhole } from './mending.ts';
import { hideFigures, listFigures, type NamedFigures } from './named.ts';
import { linkSigns } from './signs.ts';
import { formatView, type View } from './view.ts';

/** As many as nobody hits by guessing: 8.5 × 10¹¹ of them. */
export const linkLength = 8;

const linkId = new RegExp(`^[${linkSigns}]{${linkLength}}$`);

export function isLinkId(text: string): boolean {
  return linkId.test(text);
}

/** Blanks, a line break of quoted-printable mail, and what cannot be seen. */
const gap = /=?[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;
/** `/s/` in a path, what opens a bracket or the rest of an encoded `=`, and a name that nothing follows on. */
const mangledPath = new RegExp(
  `(?:^|/)s/[^a-z0-9]*?(?:=?3d=?)??([${linkSigns}]{${linkLength}})(?![a-z0-9])`,
  'i',
);

/** What has addresses of its own. */
const elsewhere = /^\/(?:api|areas|assets|ogc|tiles)\//;

/** The name of a short link in the path that mail and chat programs made of `/s/{id}`; null where there is none in it. */
export function restoreLinkId(path: string): string | null {
  if (elsewhere.test(path)) return null;
  // One slash for many, so that a path of slashes is looked through once.
  const [, id] = mangledPath.exec(decodeWhole(path).replace(gap, '').replace(/\/+/g, '/')) ?? [];
  return id?.toLowerCase() ?? null;
}

/** The figures that a view shows, or the slides of its presentation. */
export function listNamed(view: Pick<View, 'panels' | 'other' | 'slides'>): NamedFigures[] {
  const held = view.slides === null ? null : unpackPresentation(view.slides);
  return [...listFigures(view), ...(held ? listShownBy(held.slides) : [])];
}

/** The query of a view as it is told to who may not know of some of the figures in it: those are counted, not named. */
export function formatFor(view: View, unknown: readonly NamedFigures[]): string {
  const held = view.slides === null ? null : unpackPresentation(view.slides);
  const slides =
    held && unknown.length > 0
      ? packPresentation({ ...held, slides: held.slides.map((slide) => restrictSlide(slide, unknown)) })
      : view.slides;
  return formatView({ ...hideFigures(view, unknown), slides });
}
