import { type Scheme, schemes } from '../classes/scheme.ts';
import { type ChangeKind, changeKinds } from '../comparing/change.ts';
import { isMapLevel, type MapLevel } from '../level.ts';
import { isPeriod } from '../period.ts';
import { type Classes, defaultClassing, readClasses, writeClasses } from './classes.ts';
import { choose, type Parameter, readAddressText } from './parameter.ts';

/** A map of change: the period it is held against, and whether the difference is one of units or of per cents. */
export interface Change {
  readonly from: string;
  readonly kind: ChangeKind;
}

/** Whether a map shows figures, or where neighbouring areas are alike or unlike in them. */
export const showings = ['figures', 'clusters'] as const;
export type Showing = (typeof showings)[number];

/** What one panel of the map shows. `null`: the viewer chooses (first indicator, newest period and boundaries). */
export interface PanelView {
  /** The address of an indicator or of one category of it: `misdrijven`, `misdrijven/1.1.1`. */
  readonly indicator: string | null;
  readonly period: string | null;
  readonly boundaryYear: number | null;
  readonly level: MapLevel;
  /** null: the figures themselves. */
  readonly change: Change | null;
  /** A map of how far figures lie from the reference, in units or in per cents of it; null: the figures, or their change. */
  readonly deviation: ChangeKind | null;
  readonly shows: Showing;
  /** Address of a second indicator on the same map; null: it shows one. */
  readonly pair: string | null;
  readonly classes: Classes;
  /** null: the scheme that says what high figures mean. */
  readonly scheme: Scheme | null;
}

export const defaultPanel: PanelView = {
  indicator: null,
  period: null,
  boundaryYear: null,
  level: 'neighbourhood',
  change: null,
  deviation: null,
  shows: 'figures',
  pair: null,
  classes: defaultClassing,
  scheme: null,
};

/** In the order in which a link shows them. */
export const panelParameters: Readonly<Record<string, Parameter<PanelView>>> = {
  indicator: {
    read: (text) => {
      const indicator = readAddressText(text);
      return indicator === null ? null : { indicator };
    },
    write: ({ indicator }) => indicator ?? '',
  },
  period: {
    read: (text) => (isPeriod(text) ? { period: text } : null),
    write: ({ period }) => period ?? '',
  },
  boundaries: {
    read: (text) => {
      if (text === 'newest') return { boundaryYear: null };
      return /^(19|20|21)\d{2}$/.test(text) ? { boundaryYear: Number(text) } : null;
    },
    write: ({ boundaryYear }) => String(boundaryYear ?? 'newest'),
  },
  level: {
    read: (text) => (isMapLevel(text) ? { level: text } : null),
    write: ({ level }) => level,
  },
  change: {
    read: (text) => {
      const change = readChange(text);
      return change || text === 'none' ? { change } : null;
    },
    write: ({ change }) => (change ? `${change.from}.${change.kind}` : 'none'),
  },
  deviation: {
    read: (text) => {
      const deviation = changeKinds.find((each) => each === text);
      return deviation || text === 'none' ? { deviation: deviation ?? null } : null;
    },
    write: ({ deviation }) => deviation ?? 'none',
  },
  shows: choose('shows', showings),
  pair: {
    read: (text) => {
      const pair = readAddressText(text);
      return pair === null ? null : { pair: pair === 'none' ? null : pair };
    },
    write: ({ pair }) => pair ?? 'none',
  },
  classes: {
    read: (text) => {
      const classes = readClasses(text);
      return classes && { classes };
    },
    write: ({ classes }) => writeClasses(classes),
  },
  scheme: {
    read: (text) => {
      const scheme = schemes.find((each) => each === text);
      return scheme || text === 'auto' ? { scheme: scheme ?? null } : null;
    },
    write: ({ scheme }) => scheme ?? 'auto',
  },
};

function readChange(text: string): Change | null {
  const at = text.lastIndexOf('.');
  const from = text.slice(0, at);
  const kind = changeKinds.find((each) => each === text.slice(at + 1));
  return kind && isPeriod(from) ? { from, kind } : null;
}
