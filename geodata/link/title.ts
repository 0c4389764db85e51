import { findEntry } from '../catalog.ts';
import type { ChangeKind } from '../comparing/change.ts';
import type { MapLevel } from '../level.ts';
import { formatPeriod } from '../period.ts';
import type { Language, Text } from '../text.ts';
import type { ResolvedView, ShownCatalog, ShownIndicator } from './resolve.ts';

/** What the title over the map says, which stands there before all other words. */
export const titleWords: Readonly<
  Record<
    Language,
    {
      readonly areas: Readonly<Record<MapLevel, string>>;
      readonly boundariesOf: (year: number) => string;
      readonly changes: Readonly<Record<ChangeKind, string>>;
      readonly clusters: string;
      readonly pairedWith: (name: string) => string;
    }
  >
> = {
  nl: {
    areas: { municipality: 'gemeenten', district: 'wijken', neighbourhood: 'buurten' },
    boundariesOf: (year) => `grenzen van ${year}`,
    changes: { absolute: 'verschil', relative: 'verschil in procenten' },
    clusters: 'clusters',
    pairedWith: (name) => `met ${name}`,
  },
  en: {
    areas: { municipality: 'municipalities', district: 'districts', neighbourhood: 'neighbourhoods' },
    boundariesOf: (year) => `boundaries of ${year}`,
    changes: { absolute: 'difference', relative: 'difference in per cent' },
    clusters: 'clusters',
    pairedWith: (name) => `with ${name}`,
  },
};

/** What a map shows, in words. */
export interface TitleSubject {
  /** `Geregistreerde misdrijven per 1.000 inwoners`. */
  readonly name: string;
  /** `verschil`, `clusters`, `met` a second indicator; null for figures alone. */
  readonly difference: string | null;
  /** `2024`, or `2021 → 2024` for a change. */
  readonly period: string;
  /** `buurten`. */
  readonly areas: string;
}

/** `Geregistreerde misdrijven per 1.000 inwoners, 2024, buurten`. */
export function describeTitle({ name, difference, period, areas }: TitleSubject): string {
  return [name, difference, period, areas].filter(Boolean).join(', ');
}

/** One title for several maps: those that differ in their period alone share the rest of it. */
export function describeTogether(subjects: readonly TitleSubject[]): string {
  const [first] = subjects;
  const isAlike = (each: TitleSubject) =>
    each.name === first?.name && each.areas === first.areas && each.difference === first.difference;
  if (!first || !subjects.every(isAlike)) return subjects.map(describeTitle).join(' · ');
  return describeTitle({ ...first, period: [...new Set(subjects.map(({ period }) => period))].join(' · ') });
}

/**
 * What each map of a view shows. Of a deviation only the page knows the name of what it is held against: its difference
 * is null here.
 */
export function listSubjects(
  { panels }: Pick<ResolvedView, 'panels'>,
  catalog: ShownCatalog<ShownIndicator & { readonly name: Text }>,
  language: Language,
): TitleSubject[] {
  const words = titleWords[language];
  const write = (period: string) => formatPeriod(period, language);
  return panels.map(({ indicator, pair, change, shows, period, level }) => {
    const other = findEntry(catalog, pair ?? '')?.name[language];
    const kind = shows === 'clusters' ? words.clusters : other === undefined ? null : words.pairedWith(other);
    return {
      name: findEntry(catalog, indicator)?.name[language] ?? '',
      difference: change ? words.changes[change.kind] : kind,
      period: change ? `${write(change.from)} → ${write(period)}` : write(period),
      areas: words.areas[level],
    };
  });
}
