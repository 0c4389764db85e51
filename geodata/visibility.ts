import { type Level, levels, type MapLevel } from './level.ts';

/** To whom something is shown, from open to closed; whoever may see one may see those before it. */
export const visibilities = ['public', 'partner', 'police', 'administrator'] as const;
export type Visibility = (typeof visibilities)[number];

/** What a rule can speak of: an item is an indicator by its address, a release is named by its package. */
export const ruleKinds = ['source', 'indicator', 'release', 'municipality'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Who may see something at least: the figure of a source, an indicator, a release or a municipality. */
export interface VisibilityRule {
  readonly kind: RuleKind;
  /** A key, an address, the name of a package or the code of a municipality. */
  readonly subject: string;
  /** For this level and every smaller one, as smaller figures add up to larger ones; null: for all. */
  readonly level: MapLevel | null;
  readonly visibility: Exclude<Visibility, 'public'>;
}

/** Levels that a municipality decides on: its own total is part of what the region shows. */
export const municipalLevels = ['district', 'neighbourhood'] as const satisfies readonly MapLevel[];

/** The levels that a rule speaks of. */
export function listRuleLevels(level: MapLevel | null): Level[] {
  return levels.slice(level === null ? 0 : levels.indexOf(level));
}
