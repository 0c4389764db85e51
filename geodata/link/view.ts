import { levelOfCode } from '../area.ts';
import { isMapLevel } from '../level.ts';
import { type CorrelationMethod, correlationMethods } from '../statistics/correlation.ts';
import { type Language, languages } from '../text.ts';
import { type Arrangement, arrangements, mostPanels, panelCounts } from './arrangement.ts';
import { type Brush, readBrush, writeBrush } from './brush.ts';
import { type Camera, readCamera, writeCamera } from './camera.ts';
import { isFollowCode } from './follow-code.ts';
import { isForeign, listForms, readParameters } from './mending.ts';
import { defaultPanel, type PanelView, panelParameters } from './panel.ts';
import { choose, type Parameter, readAddressText } from './parameter.ts';
import { readSeenAs, type SeenReader, seeAsParameter } from './seen-reader.ts';

export { type Arrangement, arrangements, mostPanels, panelCounts } from './arrangement.ts';
export { type Brush, isInSpan, isPairSpan, type PairSpan, type ValueSpan } from './brush.ts';
export { type Camera, roundCamera } from './camera.ts';
export { type Classes, defaultClassing, ownClasses } from './classes.ts';
export { differenceKind } from './difference-kind.ts';
export {
  type Change,
  defaultPanel,
  type PanelView,
  type Showing,
  showings,
} from './panel.ts';

/** Whether a colour means the same in every period and panel (`all`), or each panel's period has classes of its own. */
export const scales = ['all', 'period'] as const;
export type Scale = (typeof scales)[number];

export const tabs = ['area', 'table', 'selection'] as const;
export type Tab = (typeof tabs)[number];

/**
 * The map, or a page to read in its place: which areas differ by more than chance, what goes together with an indicator,
 * where neighbours are alike, everything about a municipality, a report to print, where all figures come from, stories and
 * news, one of them, what whoever is signed in writes, who sees what, what is about who may sign in, where who is signed in
 * begins, the policy of all municipalities or of one, what is tackled together, a presentation, what its speaker sees, the
 * questionnaires and rounds that there are, a version of one, and a round.
 */
export const pages = [
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
  'writing',
  'access',
  'sign-in',
  'invitation',
  'account',
  'people',
  'trail',
  'start',
  'policy',
  'cycle',
  'shared-lists',
  'shared-list',
  'presentation',
  'speaker',
  'questionnaires',
  'questionnaire',
  'round',
] as const;
export type Page = (typeof pages)[number];

/** What a report is about: one area, the selection, or all districts of a municipality. */
export const reportKinds = ['area', 'selection', 'districts'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * What areas are held against, besides an area of a code: the region, the country, or each area its own: the municipality
 * that it lies in, the areas that are like it, or what its municipality aims at.
 */
export const namedReferences = ['region', 'country', 'municipality', 'peers', 'target'] as const;

/** What each area has of its own to be held against: its municipality, areas like it, or what its municipality aims at. */
export type OwnReference = Exclude<(typeof namedReferences)[number], 'region' | 'country'>;

/** Whether in a correlation each area counts as much, or as many as live there. */
export const weightings = ['areas', 'inhabitants'] as const;
export type Weighting = (typeof weightings)[number];

/** How many areas a selection holds at most: as many as can be told apart in one chart. */
export const mostSelected = 10;

/** All that a shared link says. */
export interface View {
  readonly page: Page;
  readonly report: ReportKind;
  /** As many as the arrangement has. */
  readonly panels: readonly PanelView[];
  readonly arrangement: Arrangement;
  /** Index of the panel that the tree, the legend and the slider of time are about. */
  readonly active: number;
  /** Where a swiped map is divided, from 0 (left) to 1. */
  readonly divider: number;
  /** null: the whole region. */
  readonly camera: Camera | null;
  /** Where the second of two panels looks, when not where the first looks. */
  readonly secondCamera: Camera | null;
  readonly area: string | null;
  /** Codes of the areas that are compared, each once, at most `mostSelected`. */
  readonly selection: readonly string[];
  /** What areas are held against: one of `namedReferences`, or the code of an area. */
  readonly reference: string;
  readonly scale: Scale;
  /** The boundary year that all figures are carried to; null: as published. */
  readonly carry: number | null;
  readonly brush: Brush | null;
  /** Whether a change that may be chance is greyed. */
  readonly chance: 'on' | 'off';
  /** Address of the indicator that the active panel's is drawn against; null: none was chosen. */
  readonly other: string | null;
  readonly correlation: CorrelationMethod;
  readonly weighting: Weighting;
  /** Number of the contribution that is read or written; null: none. */
  readonly contribution: number | null;
  readonly tab: Tab;
  /** Whether water, roads, railways and places are drawn, where the site has them. */
  readonly base: 'on' | 'off';
  /** How far fills cover the base map, 0.2 to 1. */
  readonly fillOpacity: number;
  /** Key of the template whose steps are shown; null: the first that there is. */
  readonly template: string | null;
  /** Number of the shared list that is shown; null: one that is to be made of the selection. */
  readonly list: string | null;
  /** Key and version of the questionnaire that is shown, `veiligheid.2`; null: none. */
  readonly questionnaire: string | null;
  /** Key of the round that is shown; null: none, or one that is to be made. */
  readonly round: string | null;
  /** Name of the short link whose figures are shown as they were; null: the newest figures. */
  readonly frozen: string | null;
  /** The presentation that the link itself holds, as `geodata/presentation/packing.ts` writes it; null: none. */
  readonly slides: string | null;
  /** Number of the presentation that is kept; null: none. */
  readonly presentation: string | null;
  /** Which slide of the presentation is shown, from 1; null: it is not shown now. */
  readonly slide: number | null;
  /** Code of the session whose presenter the view follows; null: none. */
  readonly follow: string | null;
  readonly language: Language;
  /** As whom an administrator sees it; null: as himself. */
  readonly seeAs: SeenReader | null;
}

export const defaultView: View = {
  page: 'map',
  report: 'area',
  panels: [defaultPanel],
  arrangement: '1',
  active: 0,
  divider: 0.5,
  camera: null,
  secondCamera: null,
  area: null,
  selection: [],
  reference: 'region',
  scale: 'all',
  carry: null,
  brush: null,
  chance: 'on',
  other: null,
  correlation: 'spearman',
  weighting: 'areas',
  contribution: null,
  tab: 'area',
  base: 'off',
  fillOpacity: 0.7,
  template: null,
  list: null,
  questionnaire: null,
  round: null,
  frozen: null,
  slides: null,
  presentation: null,
  slide: null,
  follow: null,
  language: 'nl',
  seeAs: null,
};

/** Part of a link that could not be restored: not in the grammar, said more than once, or not a parameter of ours. */
export interface ViewProblem {
  readonly parameter: string;
  readonly value: string;
  readonly reason: 'malformed' | 'repeated' | 'unknown';
}

type Shared = Omit<View, 'panels'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What all panels have in common, in the order in which a link shows it, after the panels. */
const sharedParameters: Readonly<Record<string, Parameter<Shared>>> = {
  page: choose('page', pages),
  report: choose('report', reportKinds),
  panels: choose('arrangement', arrangements),
  active: {
    read: (text) => (/^[1-4]$/.test(text) ? { active: Number(text) - 1 } : null),
    write: ({ active }) => String(active + 1),
  },
  divider: {
    read: (text) => (/^(0(\.\d+)?|1(\.0+)?)$/.test(text) ? { divider: Number(text) } : null),
    write: ({ divider }) => divider.toFixed(2),
  },
  area: {
    read: (text) => {
      const area = readCode(text);
      return area === null ? null : { area };
    },
    write: ({ area }) => area ?? '',
  },
  areas: { read: readSelection, write: ({ selection }) => selection.join(',') },
  reference: {
    read: (text) => {
      const reference = namedReferences.find((name) => name === text) ?? readCode(text);
      return reference === null ? null : { reference };
    },
    write: ({ reference }) => reference,
  },
  map: {
    read: (text) => {
      const camera = readCamera(text);
      return camera && { camera };
    },
    write: ({ camera }) => (camera ? writeCamera(camera) : ''),
  },
  map2: {
    read: (text) => {
      const secondCamera = readCamera(text);
      return secondCamera && { secondCamera };
    },
    write: ({ secondCamera }) => (secondCamera ? writeCamera(secondCamera) : ''),
  },
  scale: choose('scale', scales),
  carry: {
    read: (text) => (/^(19|20|21)\d{2}$/.test(text) ? { carry: Number(text) } : null),
    write: ({ carry }) => (carry === null ? '' : String(carry)),
  },
  brush: {
    read: (text) => {
      const brush = readBrush(text);
      return brush && { brush };
    },
    write: ({ brush }) => (brush ? writeBrush(brush) : ''),
  },
  chance: choose('chance', ['on', 'off']),
  other: {
    read: (text) => {
      const other = readAddressText(text);
      return other === null ? null : { other };
    },
    write: ({ other }) => other ?? '',
  },
  correlation: choose('correlation', correlationMethods),
  weighting: choose('weighting', weightings),
  contribution: {
    read: (text) => (/^[1-9]\d{0,14}$/.test(text) ? { contribution: Number(text) } : null),
    write: ({ contribution }) => (contribution === null ? '' : String(contribution)),
  },
  tab: choose('tab', tabs),
  base: choose('base', ['on', 'off']),
  fill: {
    read: (text) => (/^(0\.[2-9]\d?|1(\.00?)?)$/.test(text) ? { fillOpacity: Number(text) } : null),
    write: ({ fillOpacity }) => fillOpacity.toFixed(2),
  },
  template: {
    read: (text) => (/^[a-z0-9-]{1,60}$/.test(text) ? { template: text } : null),
    write: ({ template }) => template ?? '',
  },
  list: {
    read: (text) => (uuid.test(text) ? { list: text } : null),
    write: ({ list }) => list ?? '',
  },
  questionnaire: {
    read: (text) => (/^[a-z0-9-]{1,60}\.[1-9]\d{0,3}$/.test(text) ? { questionnaire: text } : null),
    write: ({ questionnaire }) => questionnaire ?? '',
  },
  round: {
    read: (text) => (/^[a-z0-9-]{1,60}$/.test(text) ? { round: text } : null),
    write: ({ round }) => round ?? '',
  },
  frozen: {
    read: (text) => (/^[a-z0-9]{8}$/.test(text) ? { frozen: text } : null),
    write: ({ frozen }) => frozen ?? '',
  },
  slides: {
    read: (text) => (/^[\w-]{1,3000}$/.test(text) ? { slides: text } : null),
    write: ({ slides }) => slides ?? '',
  },
  presentation: {
    read: (text) => (uuid.test(text) ? { presentation: text } : null),
    write: ({ presentation }) => presentation ?? '',
  },
  slide: {
    read: (text) => (/^[1-9]\d?$/.test(text) ? { slide: Number(text) } : null),
    write: ({ slide }) => (slide === null ? '' : String(slide)),
  },
  follow: {
    read: (text) => (isFollowCode(text) ? { follow: text } : null),
    write: ({ follow }) => follow ?? '',
  },
  lang: choose('language', languages),
  [seeAsParameter]: {
    read: (text) => {
      const seeAs = readSeenAs(text);
      return seeAs === null ? null : { seeAs };
    },
    write: ({ seeAs }) => seeAs ?? '',
  },
};

/** Addressed to whoever measures; no part of what is shown. */
const silent = new Set(['bench']);

interface Reading {
  shared: Partial<Shared>;
  panels: Partial<PanelView>[];
}

/**
 * Reads the query of a link, with or without its question mark. Never throws: what cannot be read is left out of the
 * view and told in `problems`, so that a damaged link still opens. What programs do to links is taken back without a word.
 */
export function parseView(search: string): { view: Partial<View>; problems: ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const reading: Reading = { shared: {}, panels: [] };
  for (const [parameter, [value = '', ...others]] of groupParameters(search)) {
    const reason = readParameter(parameter, value, reading);
    if (reason) problems.push({ parameter, value, reason });
    else if (others.length > 0) problems.push({ parameter, value: others.join(', '), reason: 'repeated' });
  }
  return { view: assemble(reading), problems };
}

/** The values of each parameter that is addressed to us. */
function groupParameters(search: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of readParameters(search)) {
    if (name === '' || silent.has(name) || isForeign(name)) continue;
    const parameter = name.toLowerCase();
    const values = groups.get(parameter) ?? [];
    values.push(value);
    groups.set(parameter, values);
  }
  return groups;
}

/** The query of the link that shows a view, `?…`, or the empty text where all is default. */
export function formatView(view: View): string {
  const parts = [...writePanels(view.panels), ...writeShared(view)];
  const query = parts.map(([name, text]) => `${name}=${encodeReadably(text)}`);
  return query.length > 0 ? `?${query.join('&')}` : '';
}

function readParameter(name: string, value: string, reading: Reading): ViewProblem['reason'] | null {
  if (Object.hasOwn(sharedParameters, name)) {
    const part = readForms(sharedParameters[name], value);
    if (part) Object.assign(reading.shared, part);
    return part ? null : 'malformed';
  }
  const [, own = name, number = '1'] = /^([a-z]+)([2-4])$/.exec(name) ?? [];
  if (!Object.hasOwn(panelParameters, own)) return 'unknown';
  const part = readForms(panelParameters[own], value);
  const index = Number(number) - 1;
  if (part) reading.panels[index] = { ...reading.panels[index], ...part };
  return part ? null : 'malformed';
}

/** What a value says as it stands, or else in the first of its forms that says something. */
function readForms<State>(parameter: Parameter<State> | undefined, value: string): Partial<State> | null {
  for (const form of listForms(value)) {
    const part = parameter?.read(form);
    if (part) return part;
  }
  return null;
}

/** A panel says only in what it differs from the first. */
function assemble({ shared, panels }: Reading): Partial<View> {
  const count = panelCounts[shared.arrangement ?? defaultView.arrangement];
  const active = Math.min(shared.active ?? 0, count - 1);
  const first = { ...defaultPanel, ...panels[0] };
  const all = Array.from({ length: count }, (_, index) => ({ ...first, ...panels[index] }));
  const view = { ...shared, ...(shared.active === undefined ? {} : { active }) };
  return count > 1 || panels.length > 0 ? { ...view, panels: all } : view;
}

function writePanels(panels: readonly PanelView[]): [string, string][] {
  const [first = defaultPanel] = panels;
  return panels.slice(0, mostPanels).flatMap((panel, index) => {
    const base = index === 0 ? defaultPanel : first;
    return Object.entries(panelParameters).flatMap(([name, { write }]): [string, string][] => {
      const text = write(panel);
      return text === '' || text === write(base) ? [] : [[index === 0 ? name : `${name}${index + 1}`, text]];
    });
  });
}

function writeShared(view: View): [string, string][] {
  return Object.entries(sharedParameters).flatMap(([name, { write }]): [string, string][] => {
    const text = write(view);
    return text === '' || text === write(defaultView) ? [] : [[name, text]];
  });
}

/** Slashes, commas and colons are allowed in a query as they are, and read better. */
function encodeReadably(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function readCode(text: string): string | null {
  const code = text.toUpperCase();
  const level = levelOfCode(code);
  return level && isMapLevel(level) ? code : null;
}

function readSelection(text: string): Partial<Shared> | null {
  const codes = text.split(',').map(readCode);
  const selection = [...new Set(codes.filter((code) => code !== null))];
  return selection.length === codes.length && selection.length <= mostSelected ? { selection } : null;
}
