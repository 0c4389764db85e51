import type { Visibility } from '../visibility.ts';

/** How far a step or an action is. */
export const stepStates = ['not-begun', 'in-progress', 'done', 'not-applicable'] as const;
export type StepState = (typeof stepStates)[number];

/** Somebody who signs in, as partners are told of him. */
export interface NamedAccount {
  readonly id: string;
  readonly name: string;
}

/** A step in the cycle of a municipality. Days are `2027-03-31`; texts that were not given are empty. */
export interface CycleStep {
  /** Key of the step in the template. */
  readonly step: string;
  readonly state: StepState;
  /** A role or an organisation. */
  readonly owner: string;
  /** The account that has it in hand; null where there is none or it is not for who asks. */
  readonly account: NamedAccount | null;
  readonly due: string | null;
  /** What lies on the table: a link, or the number of a document that is kept here. */
  readonly document: { readonly title: string; readonly url: string | null; readonly id: number | null };
  readonly decision: string;
  readonly decidedOn: string | null;
  /** Counts changes from 1; 0: nothing was said of it yet. */
  readonly version: number;
}

/** What a partner does for a priority. */
export interface PolicyAction {
  readonly id: string;
  readonly what: string;
  readonly organisation: string;
  readonly until: string | null;
  readonly state: StepState;
  readonly version: number;
}

/** What a plan puts first, and the figures that it is judged by. */
export interface PolicyPriority {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Addresses of indicators and categories. */
  readonly indicators: readonly string[];
  readonly actions: readonly PolicyAction[];
  readonly version: number;
}

/** The policy of a municipality over some years, by the steps of a template. */
export interface PolicyCycle {
  readonly id: string;
  /** GM code. */
  readonly municipality: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly fromYear: number;
  readonly toYear: number;
  readonly visibility: Visibility;
  readonly version: number;
  /** Those of which something was said. */
  readonly steps: readonly CycleStep[];
  readonly priorities: readonly PolicyPriority[];
}

/** A step of a cycle, or what it is while nothing was said of it. */
export function findStep({ steps }: Pick<PolicyCycle, 'steps'>, key: string): CycleStep {
  return steps.find(({ step }) => step === key) ?? { ...untouched, step: key };
}

const untouched: Omit<CycleStep, 'step'> = {
  state: 'not-begun',
  owner: '',
  account: null,
  due: null,
  document: { title: '', url: null, id: null },
  decision: '',
  decidedOn: null,
  version: 0,
};

/** Whether a step should have been done by a day (`2027-03-31`). */
export function isOverdue({ state, due }: Pick<CycleStep, 'state' | 'due'>, today: string): boolean {
  return due !== null && due < today && (state === 'not-begun' || state === 'in-progress');
}

/**
 * The cycle of a municipality by a template that a table shows: of those that have begun by a year the newest, or else
 * the first that is to come.
 */
export function chooseCycle<
  Of extends Pick<PolicyCycle, 'municipality' | 'template' | 'fromYear' | 'toYear'>,
>(
  cycles: readonly Of[],
  { municipality, template, fromYear }: { municipality: string; template: string; fromYear: number | null },
): Of | null {
  const own = cycles
    .filter((cycle) => cycle.municipality === municipality && cycle.template === template)
    .sort((one, other) => one.fromYear - other.fromYear);
  if (fromYear === null) return own.at(-1) ?? null;
  return own.find((cycle) => cycle.fromYear <= fromYear && cycle.toYear >= fromYear) ?? null;
}
