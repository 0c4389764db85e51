import { computed, effect, signal } from '@preact/signals';
import { municipalityOfCode } from '../../geodata/area.ts';
import { type Status, statuses } from '../../geodata/observation.ts';
import { readArea, readPlaces } from '../data/client.ts';
import type { Places } from '../data/contract.ts';
import { RequestFailure } from '../data/request.ts';
import { boundaryYear, catalog, municipalityNames, shown } from './catalog.ts';
import { figures } from './figures.ts';
import { createResource } from './resource.ts';

export type Place = Places['rows'][number];

/** An area under the pointer, on the map or in the table. */
export interface HoveredArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;
}

export const hovered = signal<HoveredArea | null>(null);

/** Becomes true once something needs all areas: the table, or walking with the arrow keys. */
export const needsPlaces = signal(false);

const wantedPlaces = computed(() => {
  const level = shown.value?.level;
  return needsPlaces.value && level && boundaryYear.value ? `${boundaryYear.value}/${level}` : null;
});

/** All areas of the level and boundary year on screen. */
export const places = createResource(wantedPlaces, (key, abort) => {
  const { level } = shown.peek() ?? {};
  const year = Number(key.split('/')[0]);
  return readPlaces({ level: level ?? 'neighbourhood', boundaryYear: year }, abort);
});

/** The areas of the level on screen by code; empty while they load. */
export const placesByCode = computed(() => {
  const rows = places.key.value === wantedPlaces.value ? (places.data.value?.rows ?? []) : [];
  return new Map(rows.map((place) => [place.code, place]));
});

/** The code that the side panel is about: the pinned area, or else the region. */
export const subjectCode = computed(() => shown.value?.area ?? catalog.data.value?.region.key ?? null);

const wantedArea = computed(() =>
  subjectCode.value && boundaryYear.value ? `${subjectCode.value}/${boundaryYear.value}` : null,
);

/**
 * The area that the side panel is about, in the boundaries on screen; where those lack it, in the latest that have it:
 * its `boundaryYear` tells.
 */
export const area = createResource(wantedArea, async (key, abort) => {
  const [code = '', year] = key.split('/');
  return readArea({ code, boundaryYear: Number(year) }, abort).catch((failure: unknown) => {
    if (failure instanceof RequestFailure && failure.reason === 'not-found') return readArea({ code }, abort);
    throw failure;
  });
});

/** Where an area has its figure on screen: a value with its bounds, or why there is none. null while figures load. */
export interface FigureOfArea {
  readonly value: number | null;
  readonly status: Status;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function figureAt(index: number): FigureOfArea | null {
  const current = figures.value;
  if (!current) return null;
  const status = statuses[current.statuses[index] ?? statuses.length];
  return {
    value: asValue(current.values[index]),
    status: status ?? 'missing',
    lower: asValue(current.lower?.[index]),
    upper: asValue(current.upper?.[index]),
  };
}

/** Name of the municipality that an area lies in; null for a municipality itself. */
export function municipalityOf(code: string): string | null {
  return code.startsWith('GM') ? null : (municipalityNames.value.get(municipalityOfCode(code)) ?? null);
}

/** An area of another level or boundary year is no longer under the pointer. */
effect(() => {
  shown.value?.level;
  boundaryYear.value;
  hovered.value = null;
});

function asValue(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
