import type { MapLevel } from '../level.ts';

/** What people write beside the figures. */
export const contributionKinds = ['story', 'practice', 'news', 'document', 'adoption'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** From the first word to the last: `withdrawn` is shown to nobody any more. */
export const contributionStates = ['draft', 'offered', 'published', 'withdrawn'] as const;
export type ContributionState = (typeof contributionStates)[number];

/** What became of the figure that something was written about: it is there, is there no more, or its area has other borders. */
export const figureStates = ['there', 'withdrawn', 'redrawn'] as const;
export type FigureState = (typeof figureStates)[number];

/** What a contribution is about; each may be left out. */
export interface ContributionTie {
  /** Code of an area, down from the region. */
  readonly area: string | null;
  /** Address of an indicator, or of one category of it. */
  readonly indicator: string | null;
  readonly period: string | null;
}

/** Kinds that are about a figure: an area, an indicator or a period has to be named. */
export const tiedKinds: readonly ContributionKind[] = ['story', 'practice', 'adoption'];

/** Longest texts, characters, and the most pictures. */
export const contributionLimits = {
  title: 120,
  body: 10_000,
  sources: 2000,
  role: 80,
  alternative: 300,
  files: 8,
} as const;

/** Where on a map contributions are counted. */
export interface CountedAreas {
  readonly indicator: string;
  readonly level: MapLevel;
}
