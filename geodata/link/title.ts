import { findEntry } from '../catalog.ts';
import type { ChangeKind } from '../comparing/change.ts';
import {
  chooseReference,
  listReferences,
  namesSmallArea,
  type ReferenceCatalog,
} from '../comparing/reference-choice.ts';
import type { MapLevel } from '../level.ts';
import { formatPeriod } from '../period.ts';
import type { Language, Text } from '../text.ts';
import type { ResolvedView, ShownCatalog, ShownIndicator } from './resolve.ts';
import type { OwnReference } from './view.ts';

/** What the title over the map says, which stands there before all other words. */
export const titleWords: Readonly<
  Record<
    Language,
    {
      readonly areas: Readonly<Record<MapLevel, string>>;
      readonly boundariesOf: (year: number) => string;
      readonly changes: Readonly<Record<ChangeKind, string>>;
      /** Of one whose reference is not named here. */
      readonly deviation: string;
      readonly deviations: Readonly<Record<ChangeKind, (reference: string) => string>>;
      /** What each area has of its own to be held against, within a sentence. */
      readonly references: Readonly<Record<OwnReference, string>>;
      readonly clusters: string;
      readonly pairedWith: (name: string) => string;
    }
  >
> = {
  nl: {
    areas: { municipality: 'gemeenten', district: 'wijken', neighbourhood: 'buurten' },
    boundariesOf: (year) => `grenzen van ${year}`,
    changes: { absolute: 'verschil', relative: 'verschil in procenten' },
    deviation: 'afwijking',
    deviations: {
      absolute: (reference) => `afwijking van ${reference}`,
      relative: (reference) => `afwijking van ${reference} in procenten`,
    },
    references: {
      municipality: 'de eigen gemeente',
      peers: 'vergelijkbare gebieden',
      target: 'de streefwaarde',
    },
    clusters: 'clusters',
    pairedWith: (name) => `met ${name}`,
  },
  en: {
    areas: { municipality: 'municipalities', district: 'districts', neighbourhood: 'neighbourhoods' },
    boundariesOf: (year) => `boundaries of ${year}`,
    changes: { absolute: 'difference', relative: 'difference in per cent' },
    deviation: 'deviation',
    deviations: {
      absolute: (reference) => `deviation from ${reference}`,
      relative: (reference) => `deviation from ${reference} in per cent`,
    },
    references: {
      municipality: 'their own municipality',
      peers: 'areas like them',
      target: 'the target',
    },
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

/** An indicator with its name, as far as it says whether areas can be held against others like them. */
type NamedIndicator = ShownIndicator & ReferenceCatalog['indicators'][number] & { readonly name: Text };

/** A catalog that names what it has, and the places that areas can be held against. */
export interface TitleCatalog extends ShownCatalog<NamedIndicator>, Pick<ReferenceCatalog, 'targets'> {
  readonly region: { readonly key: string; readonly name: Text };
  readonly country: { readonly code: string; readonly name: string } | null;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}

/**
 * What each map of a view shows. Of a deviation from a district or a neighbourhood only the page knows the name of that: it
 * is not named here.
 */
export function listSubjects(
  { panels, reference }: Pick<ResolvedView, 'panels' | 'reference'>,
  catalog: TitleCatalog,
  language: Language,
): TitleSubject[] {
  const words = titleWords[language];
  const write = (period: string) => formatPeriod(period, language);
  return panels.map(({ indicator, pair, change, deviation, shows, period, level }) => {
    const other = findEntry(catalog, pair ?? '')?.name[language];
    const kind = shows === 'clusters' ? words.clusters : other === undefined ? null : words.pairedWith(other);
    const difference = change
      ? words.changes[change.kind]
      : deviation
        ? describeDeviation(deviation, nameReference(reference, catalog, language), words)
        : kind;
    return {
      name: findEntry(catalog, indicator)?.name[language] ?? '',
      difference,
      period: change ? `${write(change.from)} → ${write(period)}` : write(period),
      areas: words.areas[level],
    };
  });
}

function describeDeviation(
  kind: ChangeKind,
  reference: string | null,
  { deviation, deviations }: (typeof titleWords)[Language],
): string {
  return reference === null ? deviation : deviations[kind](reference);
}

/** What areas are held against, within a sentence; null where the catalog does not name it. */
function nameReference(wished: string, catalog: TitleCatalog, language: Language): string | null {
  if (namesSmallArea(wished)) return null;
  const chosen = chooseReference(listReferences(catalog), wished);
  const { region, country, municipalities } = catalog;
  if (!chosen) return null;
  if (chosen.kind !== 'place') return titleWords[language].references[chosen.kind];
  if (chosen.key === 'region') return region.name[language];
  if (chosen.key === 'country') return country?.name ?? null;
  return municipalities.find(({ code }) => code === chosen.code)?.name ?? null;
}
