import type { Level } from '../level.ts';
import type { NamedAccount } from './cycle.ts';

/** What is wrong with a figure in the areas of a list: it is too high or too low. */
export const problemDirections = ['higher', 'lower'] as const;
export type ProblemDirection = (typeof problemDirections)[number];

/** Who may see a list. */
export const listVisibilities = ['public', 'partner'] as const;
export type ListVisibility = (typeof listVisibilities)[number];

/** An area of a list, and who does what there. */
export interface SharedArea {
  readonly area: string;
  readonly name: string;
  readonly level: Level;
  /** A role or an organisation. */
  readonly owner: string;
  /** The account that has it in hand; null where there is none or it is not for who asks. */
  readonly account: NamedAccount | null;
  /** What is tried: a title, and the number of a practice that is kept here. */
  readonly practice: { readonly title: string; readonly id: number | null };
  readonly note: string;
  readonly version: number;
}

/** Somebody who joins in. */
export interface SharedMember {
  readonly organisation: string;
  /** null where it is the organisation as such, or not for who asks. */
  readonly account: NamedAccount | null;
  /** `2026-11-30`. */
  readonly joinedOn: string;
}

/** Areas of several municipalities with one problem, tackled together. */
export interface SharedList {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Address of an indicator or a category. */
  readonly indicator: string;
  readonly direction: ProblemDirection;
  /** In which it was found. */
  readonly period: string;
  readonly visibility: ListVisibility;
  readonly createdOn: string;
  readonly version: number;
  readonly areas: readonly SharedArea[];
  readonly members: readonly SharedMember[];
}

/** How many areas a list holds at most. */
export const mostShared = 100;
