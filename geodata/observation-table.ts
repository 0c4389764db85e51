import { levels } from './level.ts';
import { type Observation, origins, statuses } from './observation.ts';

/**
 * Observations by indicator, packed into typed arrays: a figure takes 33 bytes outside of the heap (24 more with bounds),
 * where an object would take several times that within it. Plain data, so that it can cross threads; it only grows.
 */
export interface ObservationTable {
  /** Codes, periods, sources and notes, each once, by the number that stands for it. */
  readonly texts: string[];
  readonly numbers: Map<string, number>;
  readonly indicators: Map<string, PackedFigures>;
  /** How many there are, of all indicators. */
  length: number;
}

/** The figures of one indicator; of each array the first `length` count. */
interface PackedFigures {
  length: number;
  /** How many were added before it, of all indicators. */
  position: Uint32Array;
  area: Uint32Array;
  period: Uint32Array;
  source: Uint32Array;
  /** JSON as a text; 0 where there is none. */
  note: Uint32Array;
  boundaryYear: Uint16Array;
  level: Uint8Array;
  status: Uint8Array;
  origin: Uint8Array;
  /** NaN where there is none. */
  value: Float64Array;
  /** Lower, upper and sample size of a figure one after the other, NaN where there is none; null until one has any. */
  survey: Float64Array | null;
}

const firstRoom = 64;
const surveyWidth = 3;

export function createObservationTable(): ObservationTable {
  return { texts: [''], numbers: new Map([['', 0]]), indicators: new Map(), length: 0 };
}

/** A table of these observations. */
export function packObservations(observations: Iterable<Observation>): ObservationTable {
  const table = createObservationTable();
  for (const observation of observations) addObservation(table, observation);
  return table;
}

/** Adds an observation behind the others of its indicator. */
export function addObservation(table: ObservationTable, observation: Observation): void {
  const figures = obtainFigures(table, observation.indicator);
  if (figures.length === figures.area.length) enlarge(figures);
  const index = figures.length++;
  const { lower, upper, sampleSize, note } = observation;
  figures.position[index] = table.length++;
  figures.area[index] = numberText(table, observation.area);
  figures.period[index] = numberText(table, observation.period);
  figures.source[index] = numberText(table, observation.source);
  figures.note[index] = note === null ? 0 : numberText(table, JSON.stringify(note));
  figures.boundaryYear[index] = observation.boundaryYear;
  figures.level[index] = levels.indexOf(observation.level);
  figures.status[index] = statuses.indexOf(observation.status);
  figures.origin[index] = origins.indexOf(observation.origin);
  figures.value[index] = observation.value ?? Number.NaN;
  if (lower === null && upper === null && sampleSize === null) return;
  figures.survey ??= new Float64Array(surveyWidth * figures.area.length).fill(Number.NaN);
  figures.survey.set(
    [lower, upper, sampleSize].map((number) => number ?? Number.NaN),
    surveyWidth * index,
  );
}

/** The observations of an indicator in the order in which they were added. */
export function* listObservations(
  { texts, indicators }: ObservationTable,
  indicator: string,
): Generator<Observation> {
  const figures = indicators.get(indicator);
  for (let index = 0; index < (figures?.length ?? 0); index++)
    if (figures) yield unpack(texts, indicator, figures, index);
}

/** Every observation, an indicator after the other. */
export function* listAllObservations(table: ObservationTable): Generator<Observation> {
  for (const indicator of table.indicators.keys()) yield* listObservations(table, indicator);
}

/** How many observations of whatever indicator were added before the one at this place among those of `indicator`. */
export function findPosition({ indicators }: ObservationTable, indicator: string, index: number): number {
  return indicators.get(indicator)?.position[index] ?? 0;
}

function unpack(
  texts: readonly string[],
  indicator: string,
  figures: PackedFigures,
  index: number,
): Observation {
  const text = (numbers: Uint32Array) => texts[numbers[index] ?? 0] ?? '';
  const survey = (offset: number) => toNumber(figures.survey?.[surveyWidth * index + offset]);
  const note = text(figures.note);
  return {
    indicator,
    area: text(figures.area),
    level: levels[figures.level[index] ?? 0] ?? 'country',
    boundaryYear: figures.boundaryYear[index] ?? 0,
    period: text(figures.period),
    value: toNumber(figures.value[index]),
    lower: survey(0),
    upper: survey(1),
    sampleSize: survey(2),
    status: statuses[figures.status[index] ?? 0] ?? 'missing',
    origin: origins[figures.origin[index] ?? 0] ?? 'published',
    source: text(figures.source),
    note: note === '' ? null : JSON.parse(note),
  };
}

function toNumber(packed: number | undefined): number | null {
  return packed === undefined || Number.isNaN(packed) ? null : packed;
}

function numberText({ texts, numbers }: ObservationTable, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, texts.length);
  return texts.push(text) - 1;
}

function obtainFigures({ indicators }: ObservationTable, indicator: string): PackedFigures {
  const known = indicators.get(indicator);
  if (known) return known;
  const created: PackedFigures = {
    length: 0,
    position: new Uint32Array(firstRoom),
    area: new Uint32Array(firstRoom),
    period: new Uint32Array(firstRoom),
    source: new Uint32Array(firstRoom),
    note: new Uint32Array(firstRoom),
    boundaryYear: new Uint16Array(firstRoom),
    level: new Uint8Array(firstRoom),
    status: new Uint8Array(firstRoom),
    origin: new Uint8Array(firstRoom),
    value: new Float64Array(firstRoom),
    survey: null,
  };
  indicators.set(indicator, created);
  return created;
}

function enlarge(figures: PackedFigures): void {
  const room = Math.ceil(figures.area.length * 1.5);
  const copy = <Numbers extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
    from: Numbers,
    to: Numbers,
  ): Numbers => {
    to.set(from);
    return to;
  };
  figures.position = copy(figures.position, new Uint32Array(room));
  figures.area = copy(figures.area, new Uint32Array(room));
  figures.period = copy(figures.period, new Uint32Array(room));
  figures.source = copy(figures.source, new Uint32Array(room));
  figures.note = copy(figures.note, new Uint32Array(room));
  figures.boundaryYear = copy(figures.boundaryYear, new Uint16Array(room));
  figures.level = copy(figures.level, new Uint8Array(room));
  figures.status = copy(figures.status, new Uint8Array(room));
  figures.origin = copy(figures.origin, new Uint8Array(room));
  figures.value = copy(figures.value, new Float64Array(room));
  if (figures.survey)
    figures.survey = copy(figures.survey, new Float64Array(surveyWidth * room).fill(Number.NaN));
}
