import type { Text } from '../text.ts';

/** A step of a policy cycle, as a template words it. */
export interface PolicyStep {
  /** Unique in its template: `analyse`. */
  readonly key: string;
  readonly name: Text;
  /** What is done in it. */
  readonly about: Text;
  /** What is expected to lie on the table at its end. */
  readonly documents: readonly Text[];
  /** Who decides at its end; null: nobody has to. */
  readonly decidedBy: Text | null;
  /** Months from the first of January of the first year of the plan until it is due, negative before it; null: no date. */
  readonly dueMonth: number | null;
  /** Whether it stands on the figures of a survey. */
  readonly usesSurvey: boolean;
}

/** The steps that a policy goes through, in order. */
export interface PolicyTemplate {
  readonly key: string;
  /** Counts from 1; a cycle stays with the version that it began with. */
  readonly version: number;
  readonly name: Text;
  readonly about: Text;
  readonly steps: readonly PolicyStep[];
}

/** The last day of the month that a step is due in (`2026-12-31`) in a plan from a year on; null where it has no date. */
export function dueDateOf({ dueMonth }: Pick<PolicyStep, 'dueMonth'>, fromYear: number): string | null {
  if (dueMonth === null) return null;
  return new Date(Date.UTC(fromYear, dueMonth + 1, 0)).toISOString().slice(0, 10);
}
