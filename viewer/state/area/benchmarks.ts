import { computed } from '@preact/signals';
import { choosePoints } from '../../../geodata/comparing/points.ts';
import { referenceSide } from '../../../geodata/comparing/references.ts';
import type { Level } from '../../../geodata/level.ts';
import { readProfile, readSeries } from '../../data/client.ts';
import type { ObservationRow, Profile, ProfileIndicator } from '../../data/contract.ts';
import { boundaryYear, catalog, shown } from '../catalog.ts';
import { activePanel } from '../panel/panels.ts';
import { reference } from '../reference/reference.ts';
import { createResource } from '../resource.ts';
import type { ChartLine } from './line.ts';
import { listMoments } from './moment.ts';
import { rankOf } from './rank.ts';
import { area, subjectCode } from './selection.ts';

/** The area of the side panel and what it is held against: itself, its municipality, the region, the country, and the place of the reference. */
export const comparedCodes = computed<readonly string[]>(() => {
  const data = catalog.data.value;
  const code = subjectCode.value;
  if (!data || !code) return [];
  const municipality = /^(WK|BU)/.test(code) ? [`GM${code.slice(2, 6)}`] : [];
  const wholes = [data.region.key, ...(data.country ? [data.country.code] : [])];
  const codes = [code, ...municipality, ...wholes, ...(reference.value?.code ? [reference.value.code] : [])];
  return [...new Set(codes)];
});

const wantedSeries = computed(() =>
  shown.value && comparedCodes.value.length > 0
    ? { indicator: shown.value.indicator, areas: comparedCodes.value, carry: shown.value.carry }
    : null,
);

/** Every figure of the indicator on screen for the compared areas. A change of period asks nothing. */
export const series = createResource(wantedSeries, readSeries);

/** One line of figures: an area through time, each period in the boundaries on screen or else the newest that has it. */
export interface Line {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly points: readonly ObservationRow[];
}

export const lines = computed<readonly Line[] | null>(() => {
  const rows = series.current.value?.rows;
  if (!rows) return null;
  return comparedCodes.value.flatMap((code) => {
    const points = choosePoints(
      rows.filter((row) => row.area === code),
      boundaryYear.value,
    );
    const [first] = points;
    return first ? [{ code, name: first.areaName, level: first.level, points }] : [];
  });
});

/** What the area of the side panel is held against through time, where that is no place but its own: areas like it, or a target. */
export const ownLine = computed<Pick<ChartLine, 'code' | 'name' | 'points'> | null>(() => {
  const { column, reference: held } = activePanel.value;
  const [pinned, through] = [area.data.value, held.found.value?.through];
  const isShown = pinned?.level === shown.value?.level && pinned?.boundaryYear === boundaryYear.value;
  if (!pinned || pinned.index === null || !isShown || !column.value || !through) return null;
  const { index } = pinned;
  const points = listMoments(column.value, index).map((moment) => {
    const { value, status } = referenceSide(through(moment), index);
    return {
      period: moment.period,
      value: Number.isNaN(value) ? null : value,
      lower: null,
      upper: null,
      status,
    };
  });
  return { code: 'reference', name: reference.value?.label ?? '', points };
});

/** The figure of a line for the period on screen. */
export function pointOf<Point extends { readonly period: string }>(line: {
  readonly points: readonly Point[];
}): Point | null {
  return line.points.find(({ period }) => period === shown.value?.period) ?? null;
}

const wantedProfile = computed(() =>
  area.data.value && area.data.value.boundaryYear === boundaryYear.value
    ? { code: area.data.value.code, boundaryYear: boundaryYear.value }
    : null,
);

/** The newest figure of every indicator for the area of the side panel. */
export const profile = createResource(wantedProfile, readProfile);

/** How a figure was made, and from which source; `note` is known of the newest period alone. */
export interface Making extends Pick<ProfileIndicator, 'origin' | 'note'> {
  readonly source: ProfileIndicator['source'] | null;
}

/** How the figure on screen was made; null while that is not known. Another period asks nothing. */
export const making = computed<Making | null>(() => {
  const newest = findFigure(profile.current.value);
  if (newest && newest.period === shown.value?.period) return newest;
  const line = lines.value?.find(({ code }) => code === subjectCode.value);
  const point = line && pointOf(line);
  if (!point) return null;
  const source = series.data.value?.sources.find(({ title }) => title === point.source) ?? null;
  return { origin: point.origin, note: null, source };
});

function findFigure(from: Profile | null): ProfileIndicator | null {
  return from?.indicators.find(({ indicator }) => indicator === shown.value?.indicator) ?? null;
}

/** Place of the pinned area among those of its level in the period on screen; null where it has none. */
export const rank = computed(() => {
  const pinned = area.data.value;
  const figures = activePanel.value.figures.value;
  if (!pinned || pinned.index === null || pinned.level !== shown.value?.level || !figures) return null;
  return rankOf(pinned.index, figures.values);
});
