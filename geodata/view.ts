import { levelOfCode } from './area.ts';
import { type ClassMethod, classMethods, defaultClasses, fewestClasses, mostClasses } from './classify.ts';
import { isMapLevel, type MapLevel } from './level.ts';
import { isPeriod } from './period.ts';
import { type Language, languages } from './text.ts';

/** Where the map looks: zoom of 256-pixel tiles' scale in MapLibre's count, centre in WGS84 degrees. */
export interface Camera {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Classes {
  readonly method: ClassMethod;
  readonly count: number;
}

/** Whether a colour means the same in every period (`all`), or each period has classes of its own (`period`). */
export const scales = ['all', 'period'] as const;
export type Scale = (typeof scales)[number];

export const tabs = ['area', 'table'] as const;
export type Tab = (typeof tabs)[number];

/** All that a shared link says. `null`: the viewer chooses (first indicator, newest period and boundaries, whole region). */
export interface View {
  readonly indicator: string | null;
  readonly period: string | null;
  readonly boundaryYear: number | null;
  readonly level: MapLevel;
  readonly area: string | null;
  readonly camera: Camera | null;
  readonly classes: Classes;
  readonly scale: Scale;
  readonly tab: Tab;
  readonly language: Language;
}

export const defaultView: View = {
  indicator: null,
  period: null,
  boundaryYear: null,
  level: 'neighbourhood',
  area: null,
  camera: null,
  classes: { method: 'quantile', count: defaultClasses },
  scale: 'all',
  tab: 'area',
  language: 'nl',
};

/** Part of a link that could not be restored: not in the grammar, said more than once, or not a parameter of ours. */
export interface ViewProblem {
  readonly parameter: string;
  readonly value: string;
  readonly reason: 'malformed' | 'repeated' | 'unknown';
}

/** One parameter of the link: how its text becomes part of a view (null: malformed), and back (null: left out). */
interface Parameter {
  readonly read: (text: string) => Partial<View> | null;
  readonly write: (view: View) => string | null;
}

/** In the order in which a link shows them. */
const parameters: Readonly<Record<string, Parameter>> = {
  indicator: {
    read: (text) => (/^[a-z0-9][a-z0-9._-]{0,99}$/.test(text) ? { indicator: text } : null),
    write: (view) => view.indicator,
  },
  period: {
    read: (text) => (isPeriod(text) ? { period: text } : null),
    write: (view) => view.period,
  },
  boundaries: {
    read: (text) => (/^(19|20|21)\d{2}$/.test(text) ? { boundaryYear: Number(text) } : null),
    write: (view) => (view.boundaryYear === null ? null : String(view.boundaryYear)),
  },
  level: {
    read: (text) => (isMapLevel(text) ? { level: text } : null),
    write: (view) => (view.level === defaultView.level ? null : view.level),
  },
  area: { read: readArea, write: (view) => view.area },
  map: { read: readCamera, write: (view) => (view.camera ? writeCamera(view.camera) : null) },
  classes: { read: readClasses, write: (view) => writeClasses(view.classes) },
  scale: choice('scale', scales),
  tab: choice('tab', tabs),
  lang: choice('language', languages),
};

/**
 * Reads the query of a link, with or without its question mark. Never throws: what cannot be read is left out of the
 * view and told in `problems`, so that a damaged link still opens.
 */
export function parseView(search: string): { view: Partial<View>; problems: ViewProblem[] } {
  const query = new URLSearchParams(search);
  const problems: ViewProblem[] = [];
  let view: Partial<View> = {};
  for (const parameter of new Set(query.keys())) {
    const [value = '', ...others] = query.getAll(parameter);
    const known = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
    const part = known?.read(value);
    if (part) view = { ...view, ...part };
    if (!known) problems.push({ parameter, value, reason: 'unknown' });
    else if (!part) problems.push({ parameter, value, reason: 'malformed' });
    else if (others.length > 0) problems.push({ parameter, value: others.join(', '), reason: 'repeated' });
  }
  return { view, problems };
}

/** The query of the link that shows a view, `?…`, or the empty text where all is default. Readable: slashes stay slashes. */
export function formatView(view: View): string {
  const parts = Object.entries(parameters).flatMap(([name, { write }]) => {
    const text = write(view);
    return text === null ? [] : [`${name}=${encodeURIComponent(text).replaceAll('%2F', '/')}`];
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The camera as precise as a link keeps it: zoom to 0.01, degrees to 0.0001 (about 10 metres). */
export function roundCamera({ zoom, latitude, longitude }: Camera): Camera {
  return { zoom: round(zoom, 2), latitude: round(latitude, 4), longitude: round(longitude, 4) };
}

function choice<Key extends 'scale' | 'tab' | 'language'>(
  key: Key,
  options: readonly View[Key][],
): Parameter {
  return {
    read: (text) => {
      const option = options.find((each) => each === text);
      return option ? { [key]: option } : null;
    },
    write: (view) => (view[key] === defaultView[key] ? null : view[key]),
  };
}

function readArea(text: string): Partial<View> | null {
  const code = text.toUpperCase();
  const level = levelOfCode(code);
  return level && isMapLevel(level) ? { area: code } : null;
}

function readCamera(text: string): Partial<View> | null {
  const match = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!match) return null;
  const [zoom, latitude, longitude] = match.slice(1).map(Number) as [number, number, number];
  const onEarth = zoom <= 24 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return onEarth ? { camera: roundCamera({ zoom, latitude, longitude }) } : null;
}

function writeCamera({ zoom, latitude, longitude }: Camera): string {
  return `${zoom.toFixed(2)}/${latitude.toFixed(4)}/${longitude.toFixed(4)}`;
}

function readClasses(text: string): Partial<View> | null {
  const match = /^([a-z-]+)\.(\d)$/.exec(text);
  const method = classMethods.find((each) => each === match?.[1]);
  const count = Number(match?.[2]);
  return method && count >= fewestClasses && count <= mostClasses ? { classes: { method, count } } : null;
}

function writeClasses({ method, count }: Classes): string | null {
  const isDefault = method === defaultView.classes.method && count === defaultView.classes.count;
  return isDefault ? null : `${method}.${count}`;
}

/** Rounds as `toFixed` writes, so that what is written reads back as the same number; never minus zero. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
