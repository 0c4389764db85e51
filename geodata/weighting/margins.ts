import { municipalityOfCode } from '../area.ts';
import { ageBands, type RegisterCount, type Sheet, sexes } from '../questionnaire/round.ts';
import { type Cell, collapseCells } from './collapse.ts';
import type { Margin } from './margin.ts';

/** What is known of whoever answered, without the answers. */
export type Respondent = Pick<Sheet<unknown>, 'way' | 'district' | 'stratum' | 'ageBand' | 'sex'>;

/** Cells of age and sex of a municipality that were put together: `15-17 man`. */
export interface CollapsedCell {
  readonly municipality: string;
  readonly parts: readonly string[];
}

export interface ChosenMargins {
  readonly method: 'design' | 'poststratified' | 'raked';
  /** Whether the age or the sex of a respondent is not known. */
  readonly isWithout: readonly boolean[];
  readonly collapsedDistricts: readonly (readonly string[])[];
  readonly collapsedCells: readonly CollapsedCell[];
  readonly margins: readonly Margin[];
}

/** Chooses what to weight to: every cell of age, sex and district where each holds enough respondents, else the margins. */
export function chooseMargins(
  sheets: readonly Respondent[],
  design: Float64Array,
  register: readonly RegisterCount[],
  fewest: number,
): ChosenMargins {
  const isWithout = sheets.map(({ ageBand, sex }) => ageBand === null || sex === null);
  const none = { isWithout, collapsedDistricts: [], collapsedCells: [] };
  const present = new Set(sheets.map(({ district }) => municipalityOfCode(district)));
  const people = register.filter(({ district }) => present.has(municipalityOfCode(district)));
  if (!people.length) return { ...none, method: 'design', margins: [] };
  const whole = isWithout.includes(true) ? null : findWholeCells(sheets, people, fewest);
  if (whole) return { ...none, method: 'poststratified', margins: [whole] };
  const districts = makeDistricts(sheets, people, fewest);
  const cells = makeCells(sheets, design, people, fewest);
  return {
    method: 'raked',
    isWithout,
    collapsedDistricts: districts.collapsed,
    collapsedCells: cells.collapsed,
    margins: [districts.margin, cells.margin],
  };
}

/** One margin of age by sex by district; null where a cell with people holds too few respondents. */
function findWholeCells(
  sheets: readonly Respondent[],
  register: readonly RegisterCount[],
  fewest: number,
): Margin | null {
  const totals = new Map<string, number>();
  for (const { district, ageBand, sex, count } of register)
    add(totals, `${district} ${ageBand} ${sex}`, count);
  const answered = new Map<string, number>();
  const keys = sheets.map(({ district, ageBand, sex }) => `${district} ${ageBand} ${sex}`);
  for (const key of keys) add(answered, key, 1);
  const inhabited = [...totals].filter(([key, count]) => count > 0 || answered.has(key));
  const isEnough = inhabited.every(([key, count]) => count > 0 && (answered.get(key) ?? 0) >= fewest);
  if (!isEnough || keys.some((key) => !totals.has(key))) return null;
  const names = inhabited.map(([key]) => key);
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    name: 'district, age and sex',
    categoryOf: Int32Array.from(keys, (key) => places.get(key) ?? -1),
    totals: inhabited.map(([, count]) => count),
  };
}

/** Districts, those with too few respondents put together with the one of their municipality that has the next fewest. */
function makeDistricts(sheets: readonly Respondent[], register: readonly RegisterCount[], fewest: number) {
  const people = new Map<string, number>();
  for (const { district, count } of register) add(people, district, count);
  const answered = new Map<string, number>();
  for (const { district } of sheets) add(answered, district, 1);
  const sizeOf = (group: readonly string[]) => group.reduce((sum, key) => sum + (answered.get(key) ?? 0), 0);
  const peopleIn = (group: readonly string[]) => group.reduce((sum, key) => sum + (people.get(key) ?? 0), 0);
  const keys = [...people.keys()].sort();
  const municipalities = [...new Set(keys.map(municipalityOfCode))];
  const groups = municipalities.flatMap((municipality) => {
    const districts = keys.filter((district) => municipalityOfCode(district) === municipality);
    let left = districts
      .map((district) => [district])
      .filter((group) => peopleIn(group) > 0 || sizeOf(group) > 0);
    for (;;) {
      left = left.sort((one, other) => sizeOf(one) - sizeOf(other));
      const [first, second, ...others] = left;
      if (!first || !second || (sizeOf(first) >= fewest && left.every((group) => peopleIn(group) > 0)))
        return left;
      left = [[...first, ...second], ...others];
    }
  });
  const places = new Map(
    groups.flatMap((group, place) => group.map((district) => [district, place] as const)),
  );
  const margin: Margin = {
    name: 'district',
    categoryOf: Int32Array.from(sheets, ({ district }) => places.get(district) ?? -1),
    totals: groups.map(peopleIn),
  };
  return { margin, collapsed: groups.filter(({ length }) => length > 1) };
}

/**
 * Age by sex of each municipality, small cells put together. Respondents without age or sex are a cell of their own, of as
 * many people as their share of the design's weights; the other cells hold so much less.
 */
function makeCells(
  sheets: readonly Respondent[],
  design: Float64Array,
  register: readonly RegisterCount[],
  fewest: number,
) {
  const municipalityOf = sheets.map(({ district }) => municipalityOfCode(district));
  const cells = [...new Set(municipalityOf)].sort().flatMap((municipality) => {
    const isOwn = (respondent: number) => municipalityOf[respondent] === municipality;
    const own = sheets.filter((_, respondent) => isOwn(respondent));
    const people = register.filter(({ district }) => municipalityOfCode(district) === municipality);
    const share = shareWithout(sheets, design, isOwn);
    const known = collapseCells(countCells(own, people), fewest);
    const total = known.reduce((sum, cell) => sum + cell.people, 0);
    return [
      ...known.map(({ parts, people: count }) => ({ municipality, parts, people: count * (1 - share) })),
      ...(share > 0 ? [{ municipality, parts: [], people: total * share }] : []),
    ];
  });
  const places = new Map<string, number>(
    cells.flatMap(({ municipality, parts }, place) =>
      (parts.length ? parts.map(nameOf) : [unknown]).map(
        (name) => [`${municipality} ${name}`, place] as const,
      ),
    ),
  );
  const margin: Margin = {
    name: 'age and sex',
    categoryOf: Int32Array.from(
      sheets,
      (sheet, respondent) => places.get(`${municipalityOf[respondent]} ${nameOf(sheet)}`) ?? -1,
    ),
    totals: cells.map(({ people }) => people),
  };
  const collapsed = cells.filter(({ parts }) => parts.length > 1);
  return {
    margin,
    collapsed: collapsed.map(({ municipality, parts }) => ({ municipality, parts: parts.map(nameOf) })),
  };
}

const unknown = 'unknown';

function nameOf({ ageBand, sex }: Pick<Respondent, 'ageBand' | 'sex'>): string {
  return ageBand === null || sex === null ? unknown : `${ageBand} ${sex}`;
}

/** Of the design's weights of some respondents, the share of those without age or sex. */
function shareWithout(
  sheets: readonly Respondent[],
  design: Float64Array,
  isOwn: (respondent: number) => boolean,
): number {
  let [without, all] = [0, 0];
  for (const [respondent, sheet] of sheets.entries()) {
    if (!isOwn(respondent)) continue;
    const weight = design[respondent] ?? 0;
    all += weight;
    if (nameOf(sheet) === unknown) without += weight;
  }
  return all > 0 ? without / all : 0;
}

function countCells(sheets: readonly Respondent[], register: readonly RegisterCount[]): Cell[] {
  return ageBands.flatMap((ageBand) =>
    sexes.map((sex) => ({
      parts: [{ ageBand, sex }],
      respondents: sheets.filter((sheet) => sheet.ageBand === ageBand && sheet.sex === sex).length,
      people: register
        .filter((count) => count.ageBand === ageBand && count.sex === sex)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  );
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
