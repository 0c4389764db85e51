import { periodsOf } from '../../../geodata/link/resolve.ts';
import { describeTogether } from '../../../geodata/link/title.ts';
import { formatView, type View } from '../../../geodata/link/view.ts';
import { leavePresentation } from '../../../geodata/presentation/presentation.ts';
import { indicatorOf, shown } from '../../state/catalog.ts';
import { view } from '../../state/link/view.ts';
import { isHeldFrozen } from '../../state/panel/frozen-panels.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { shareWords } from '../../state/screen/share-words.ts';
import { shownMap } from '../../state/screen/shown-map.ts';
import { pageTitle } from '../../state/screen/title.ts';
import { listSources } from '../source-names.ts';

/** Which figures a link shows: the newest, or those of now. */
export type SharedFigures = 'living' | 'frozen';

/** A link to pass on. `isShort`: it could be made short; `hidden`: how many of its indicators a stranger does not see. */
export interface SharedLink {
  readonly url: string;
  readonly isShort: boolean;
  readonly hidden: number;
}

/** The address to make a short link of, from its first slash. What is seen as another is not passed on. */
export function addressToShare(figures: SharedFigures): string {
  const frozen = isHeldFrozen.value ? view.value.frozen : null;
  // Maps of a slide are passed on by themselves; a presentation as a whole is a page.
  const shown =
    view.value.page === 'presentation'
      ? { ...view.value, slide: null, follow: null }
      : leavePresentation(view.value);
  const current = { ...shown, seeAs: null, frozen };
  return `/${formatView(figures === 'living' && current.frozen === null ? followNewest(current) : current)}`;
}

/**
 * Leaves the newest period open, so that a later one takes its place. A panel says only in what it differs from the first,
 * so others are left open where that is.
 */
function followNewest(current: View): View {
  const isNewest = ({ indicator, period }: View['panels'][number]) => {
    const entry = indicatorOf(indicator);
    return period !== null && entry !== null && periodsOf(entry).at(-1) === period;
  };
  const [first] = current.panels;
  if (!first || !isNewest(first)) return current;
  const panels = current.panels.map((panel) => (isNewest(panel) ? { ...panel, period: null } : panel));
  return { ...current, panels };
}

/** Whether a living link goes on to the newest period: it does where the first map shows that now. */
export function goesOn(): boolean {
  return followNewest(view.value) !== view.value;
}

/** Title of each map, or of the page to read. */
export function listTitles(): string[] {
  if (view.value.page !== 'map') return [pageTitle.value];
  return panels.value.flatMap((panel) => {
    const subject = describeSubject(panel);
    return subject ? [describeTitle(subject)] : [];
  });
}

/** From whom the figures on the maps are; the empty text where a page is read, which says so itself. */
export function nameSources(): string {
  if (view.value.page !== 'map') return '';
  const all = panels.value.flatMap(({ indicator, view: { value } }) =>
    [indicator.value, indicatorOf(value?.pair ?? null)].flatMap((each) =>
      each ? [{ indicator: each }] : [],
    ),
  );
  return listSources(all);
}

/** One title for all that is seen: maps that differ in their period alone share the rest of it. */
export function nameSeen(): string {
  const subjects =
    view.value.page === 'map' ? panels.value.flatMap((panel) => describeSubject(panel) ?? []) : [];
  return subjects.length > 0 ? describeTogether(subjects) : listTitles().join(' · ');
}

/** What is seen, in one sentence, without source and link. */
export function describeSeen(): string {
  const title = nameSeen();
  const pinned = shownMap.value?.describePinned() ?? '';
  return pinned ? shareWords.value.share.pinned(title, pinned) : title;
}

/** What is seen, its source and the link, to put into a text. */
export function writeSentence(url: string): string {
  const source = nameSources();
  return [`${describeSeen()}.`, source && `${shareWords.value.share.source}: ${source}.`, url]
    .filter(Boolean)
    .join(' ');
}

/** What the link holds beside its titles. */
export function listHeld(): string[] {
  const text = shareWords.value.share;
  const { page, selection, camera } = view.value;
  const pinned = page === 'map' && shown.value?.area ? shownMap.value?.describePinned().split(', ')[0] : null;
  return [
    pinned && text.area(pinned),
    selection.length > 0 && text.selection(selection.length),
    page === 'map' && camera && text.cameraHeld,
  ].filter((each) => typeof each === 'string' && each !== '') as string[];
}
