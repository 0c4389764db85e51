import type { Doing } from '../comparing/outcome.ts';

/** What the problem was: a figure that is too high, or too low. */
export const problemDirections = ['high', 'low'] as const;
export type ProblemDirection = (typeof problemDirections)[number];

/** Something to read elsewhere. */
export interface PracticeLink {
  readonly title: string;
  /** `https://…` */
  readonly url: string;
}

/** What only a practice says; its place and its indicator are what it is about. */
export interface PracticeDetails extends Doing {
  readonly direction: ProblemDirection;
  /** The organisation that did it. */
  readonly doneBy: string;
  /** What that organisation did in it; may be empty. */
  readonly part: string;
  /** In words; may be empty. */
  readonly cost: string;
  readonly links: readonly PracticeLink[];
}

/** Where somebody does what a practice tells of too; the place is what it is about. */
export interface AdoptionDetails extends Doing {
  /** Number of the practice. */
  readonly practice: number;
}

/** Longest texts, characters, and the most links. */
export const practiceLimits = { doneBy: 200, part: 120, cost: 300, linkTitle: 120, links: 8 } as const;
