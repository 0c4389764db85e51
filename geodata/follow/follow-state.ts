import { countAddresses, hideFigures, isAmong, listFigures, type NamedFigures } from '../link/named.ts';
import { defaultView, formatView, type Page, parseView, type View } from '../link/view.ts';
import { leavePresentation } from '../presentation/presentation.ts';

/** A place on the ground that the presenter points at, on the map of a panel by its index. */
export interface FollowPointer {
  readonly panel: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** What is said of the slide on screen. */
export interface FollowSlide {
  readonly number: number;
  readonly count: number;
  readonly title: string;
  readonly sentence: string;
}

/** What a presenter shows. */
export interface FollowState {
  /** The query of a view. */
  readonly address: string;
  /** null: no presentation is shown. */
  readonly slide: FollowSlide | null;
  readonly pointer: FollowPointer | null;
}

/** The same as it is told to a follower; `hidden`: how many indicators of it he may not know of. */
export interface ToldState extends FollowState {
  readonly hidden: number;
}

/** Pages that people may look at together: not those that are about whoever is signed in. */
export const followedPages: readonly Page[] = [
  'map',
  'differences',
  'connections',
  'clusters',
  'municipality',
  'report',
  'sources',
  'stories',
  'documents',
  'contribution',
  'policy',
  'cycle',
  'shared-lists',
  'shared-list',
];

/** What followers see of a view: without its presentation, language and reader; null for a page that is for one person. */
export function writeFollowed(view: View): string | null {
  if (!followedPages.includes(view.page)) return null;
  const { language, seeAs } = defaultView;
  return formatView({ ...leavePresentation(view), language, seeAs });
}

/** The view of a state; null where its address says what no link of ours says, or is not one to look at together. */
export function readFollowed(address: string): View | null {
  const { view, problems } = parseView(address);
  const whole = leavePresentation({ ...defaultView, ...view });
  return problems.length === 0 && followedPages.includes(whole.page) ? whole : null;
}

/** The figures that a state shows. */
export function listFollowed({ address }: FollowState): NamedFigures[] {
  const view = readFollowed(address);
  return view ? listFigures(view) : [];
}

/** A state as it is told to who may not know of some figures: they are counted, and what was said of them is left out. */
export function restrictState(state: FollowState, unknown: readonly NamedFigures[]): ToldState {
  const view = readFollowed(state.address);
  const hidden = countAddresses(listFollowed(state).filter((figures) => isAmong(figures, unknown)));
  if (!view || hidden === 0) return { ...state, hidden };
  const { slide } = state;
  return {
    address: formatView(hideFigures(view, unknown)),
    slide: slide && { ...slide, title: '', sentence: '' },
    pointer: null,
    hidden,
  };
}
