import type { Indicator } from '../../indicator.ts';
import { parsePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import {
  composePackage,
  type FigureTable,
  type IndicatorDefinition,
  makeTable,
  nameYears,
  type TableField,
} from '../live/composition.ts';
import type { Collected, LiveRegion } from '../live/source.ts';
import { suggest } from '../suggestion.ts';
import type { Extraction, TableRow } from './extraction.ts';
import { type FigureRole, figureRoles, type TableMapping } from './mapping.ts';

/**
 * The rows of a table as a data package. Its name carries the years of its figures, so that next year's table stands
 * beside this one, and the same one imported again takes its place. Throws InputError where no row is left.
 */
export function packTable(
  { rows, account, notes }: Pick<Extraction, 'rows' | 'account' | 'notes'>,
  mapping: TableMapping,
  indicators: ReadonlyMap<string, Indicator>,
  region: LiveRegion,
  file: string,
): Collected {
  const all = [...rows.values()].flat();
  if (!all.length)
    throw new InputError({
      file,
      message: 'no row has both a figure and an area',
      remedy: 'look in the mapping for what was left out under "areas", and for the right sheet and columns',
    });
  const years = namePeriods(all.map(({ period }) => period));
  return composePackage({
    name: `${mapping.name}-${years}`,
    title: `${mapping.title} ${years}`,
    region,
    indicators: [...indicators.values()].map(define),
    madeFrom: [account],
    parts: [...rows].map(([indicator, own]) => makeTable(describeTable(indicator, own, mapping))),
    notes,
  });
}

/** `2021-2023` for three years, `2021-to-2023` for their average: no two sets of periods may share a name. */
function namePeriods(periods: readonly string[]): string {
  const known = [...new Set(periods)].flatMap((text) => parsePeriod(text) ?? []);
  const averages = known.flatMap(({ year, lastYear }) =>
    lastYear === undefined ? [] : [`${year}-to-${lastYear}`],
  );
  const years = known.flatMap(({ year, lastYear }) => (lastYear === undefined ? [year] : []));
  return [...(years.length ? [nameYears(years)] : []), ...averages.sort()].join('-and-');
}

/**
 * The definitions that a package with the mapping's figures needs: its own, those that are held, and what these are
 * computed from. Throws InputError where an indicator is neither.
 */
export function listIndicatorsNeeded(
  { figures, indicators: own }: TableMapping,
  held: readonly Indicator[],
  file: string,
): Map<string, Indicator> {
  const known = new Map([...held, ...own].map((indicator) => [indicator.key, indicator]));
  const needed = new Map<string, Indicator>();
  const visit = (key: string, place: string): void => {
    if (needed.has(key)) return;
    const indicator = known.get(key);
    if (!indicator)
      throw new InputError({
        file,
        place,
        message: `the indicator "${key}" is neither held nor defined here`,
        remedy: `${suggest(key, [...known.keys()])}, or define it under "indicators"`,
      });
    needed.set(key, indicator);
    const { aggregate, derive } = indicator;
    if (typeof aggregate === 'object') visit(aggregate.weightedBy, `indicator "${key}", key "weightedBy"`);
    if (derive)
      for (const other of [derive.numerator, derive.denominator])
        visit(other, `indicator "${key}", key "derive"`);
  };
  for (const { column, indicator } of figures) visit(indicator, `figure "${column}", key "indicator"`);
  return needed;
}

function describeTable(indicator: string, rows: readonly TableRow[], mapping: TableMapping): FigureTable {
  const roles = figureRoles.filter((role) => rows.some(({ cells }) => cells[role] !== undefined));
  const { source, licence } = mapping;
  return {
    name: indicator,
    title: `${mapping.title}: ${indicator}`,
    level: mapping.area.level,
    boundaryYear: mapping.boundaryYear,
    period: null,
    origin: {
      title: source.title,
      ...(source.url === null ? {} : { path: source.url }),
      licence: {
        name: licence.name,
        title: licence.title,
        ...(licence.url === null ? {} : { path: licence.url }),
      },
    },
    fields: [
      { name: 'code', as: 'area' },
      { name: 'period', as: 'period' },
      ...roles.map((role): TableField => ({ name: nameField(indicator, role), as: role, indicator })),
    ],
    rows: rows.map(({ code, period, cells }) => [code, period, ...roles.map((role) => cells[role] ?? null)]),
  };
}

function nameField(indicator: string, role: FigureRole): string {
  return role === 'value' ? indicator : `${indicator} ${role}`;
}

/** A table has figures of the whole: how an indicator is divided, and of which survey it is, is for other packages to say. */
function define({
  derive,
  dimension: _dimension,
  survey: _survey,
  breaks: _breaks,
  parts: _parts,
  ...definition
}: Indicator): IndicatorDefinition {
  return derive ? { ...definition, derive } : definition;
}
