import { decodeWhole } from './mending.ts';
import { formatView, type View } from './view.ts';

/** Digits and small letters that are not taken for one another, read aloud or written by hand. */
export const linkSigns = '23456789abcdefghjkmnpqrstuvwxyz';
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

/** Stands for the address of an indicator that whoever opens a link may not know of. */
export const notShown = 'not-shown';

/** Addresses of the indicators and categories that a view names, each once. */
export function listNamed({ panels, other }: Pick<View, 'panels' | 'other'>): string[] {
  const named = [...panels.flatMap(({ indicator, pair }) => [indicator, pair]), other];
  return [...new Set(named.filter((address) => address !== null && address !== notShown))] as string[];
}

/** The query of a view as it is told to who may not know of some of the indicators in it: those are counted, not named. */
export function formatFor(view: View, unknown: readonly string[]): string {
  const hide = (address: string | null) =>
    address !== null && unknown.includes(address) ? notShown : address;
  const panels = view.panels.map((panel) => ({
    ...panel,
    indicator: hide(panel.indicator),
    pair: hide(panel.pair),
  }));
  return formatView({ ...view, panels, other: hide(view.other) });
}
