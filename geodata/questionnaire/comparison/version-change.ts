import { isSameData } from '../ownership.ts';
import type { Wording } from '../questionnaire.ts';

export type ChangeKind =
  | 'added-language'
  | 'removed-language'
  | 'changed-text'
  | 'added-block'
  | 'removed-block'
  | 'moved-block'
  | 'changed-municipality'
  | 'added-question'
  | 'removed-question'
  | 'moved-question'
  | 'changed-routing'
  | 'changed-required'
  | 'changed-form'
  | 'added-option'
  | 'removed-option'
  | 'changed-missing'
  | 'added-row'
  | 'removed-row'
  | 'changed-order'
  | 'changed-national'
  | 'added-indicator'
  | 'removed-indicator'
  | 'changed-indicator'
  | 'changed-measure';

/** One difference between two versions, with the keys of what it is about. */
export interface VersionChange {
  readonly kind: ChangeKind;
  readonly block: string | null;
  readonly question: string | null;
  readonly indicator: string | null;
  /** Language and place of a text, key of an option or a row, tag of a language; null where nothing has to be named. */
  readonly what: string | null;
  /** Of a text. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether figures of an indicator of both versions can be held against each other. */
export interface IndicatorComparability {
  readonly indicator: string;
  readonly isComparable: boolean;
  /** Why not; none where it is. */
  readonly reasons: readonly ChangeKind[];
}

export interface VersionComparison {
  readonly changes: readonly VersionChange[];
  /** The indicators of both versions. */
  readonly indicators: readonly IndicatorComparability[];
}

export type Place = Partial<Omit<VersionChange, 'kind'>>;

export function change(kind: ChangeKind, place: Place = {}): VersionChange {
  return {
    kind,
    block: null,
    question: null,
    indicator: null,
    what: null,
    before: null,
    after: null,
    ...place,
  };
}

/** Whether two parts say the same: a database gives their keys back in another order. */
export function isAlike(one: unknown, other: unknown): boolean {
  return isSameData(one, other);
}

export function compareLists<Key>(
  before: readonly Key[],
  after: readonly Key[],
  add: (key: Key) => VersionChange,
  remove: (key: Key) => VersionChange,
): VersionChange[] {
  return [
    ...before.filter((key) => !after.includes(key)).map(remove),
    ...after.filter((key) => !before.includes(key)).map(add),
  ];
}

export function compareWording(before: Wording | null, after: Wording | null, place: Place): VersionChange[] {
  const languages = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return languages
    .filter((language) => (before?.[language] ?? '') !== (after?.[language] ?? ''))
    .map((language) =>
      change('changed-text', {
        ...place,
        what: `${language} ${place.what}`,
        before: before?.[language] ?? null,
        after: after?.[language] ?? null,
      }),
    );
}

/** Of what stands in both, that which comes after another than before. */
export function findMoved(before: readonly string[], after: readonly string[]): string[] {
  const shared = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  return now.filter(
    (key, position) =>
      (shared[shared.indexOf(key) - 1] ?? null) !== (now[position - 1] ?? null) &&
      shared.indexOf(key) !== position,
  );
}
