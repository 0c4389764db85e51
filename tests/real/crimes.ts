import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { districtOfNeighbourhood, municipalityOfCode } from '../../geodata/area.ts';
import { arrangeHierarchy, type PartArea } from '../../geodata/derivation/hierarchy.ts';
import type { DisclosureRule } from '../../geodata/disclosure/rule.ts';
import type { Observation } from '../../geodata/observation.ts';
import { createRandom } from '../../geodata/statistics/random.ts';
import { publishedFigure } from '../geodata/derivation/figures.ts';
import { addUp, type MadeTable } from '../geodata/disclosure/tables.ts';
import { realData } from '../setup/real-data.ts';

/** Groups and offences as the police list them: how many offences each group has, and its part of all. */
const groups: readonly (readonly [offences: number, share: number])[] = [
  [2, 0.03],
  [6, 0.27],
  [1, 0.01],
  [7, 0.11],
  [4, 0.12],
  [1, 0.04],
  [1, 0.1],
  [2, 0.03],
  [2, 0.08],
  [2, 0.02],
  [3, 0.09],
  [8, 0.1],
];

/**
 * Registered crimes of a year, as published of each neighbourhood; each crime falls under one of the offences by chance, as
 * the figures by offence are not in the data.
 */
export function readCrimes(period: string, rule: DisclosureRule, isDivided: boolean): MadeTable {
  const text = readFileSync(resolve(realData, 'indicators/misdrijven-2021-2025-buurten.csv'), 'utf8');
  const rows = text.split(/\r?\n/).map((line) => line.split(','));
  const [header = []] = rows;
  const [code, year, count] = ['buurtcode', 'jaar', 'geregistreerde_misdrijven'].map((name) =>
    header.indexOf(name),
  );
  const counts = rows.slice(1).flatMap((cells): [string, number][] => {
    const value = Number(cells[count ?? 0]);
    return cells[year ?? 0] === period && cells[count ?? 0] !== '' && Number.isFinite(value)
      ? [[cells[code ?? 0] ?? '', value]]
      : [];
  });
  const hierarchy = arrangeHierarchy(2024, listAreas(counts.map(([area]) => area)));
  const parts = new Map<string, string[]>();
  if (isDivided) {
    parts.set(
      'm',
      groups.map((_, group) => `m/${group}`),
    );
    for (const [group, [offences]] of groups.entries())
      if (offences > 1)
        parts.set(
          `m/${group}`,
          Array.from({ length: offences }, (_, place) => `m/${group}.${place}`),
        );
  }
  const wholes = new Map([...parts].flatMap(([whole, list]) => list.map((part) => [part, whole] as const)));
  const addresses = ['m', ...wholes.keys()];
  const leaves = counts.flatMap(([area, value]) => divide(area, value, isDivided, Number(period)));
  return {
    hierarchy,
    linked: { addresses, wholeOf: (address) => wholes.get(address) ?? null, rule, isCount: true },
    parts,
    figures: addUp(leaves, hierarchy, wholes).map((figure) => ({ ...figure, period })),
  };
}

function listAreas(codes: readonly string[]): PartArea[] {
  const areas = new Map<string, PartArea>([
    ['twente', { code: 'twente', level: 'region', parent: null, water: false }],
  ]);
  for (const code of codes) {
    const [district, municipality] = [districtOfNeighbourhood(code), municipalityOfCode(code)];
    areas.set(municipality, { code: municipality, level: 'municipality', parent: 'twente', water: false });
    areas.set(district, { code: district, level: 'district', parent: municipality, water: false });
    areas.set(code, { code, level: 'neighbourhood', parent: district, water: false });
  }
  return [...areas.values()];
}

function divide(area: string, value: number, isDivided: boolean, year: number): Observation[] {
  if (!isDivided) return [publishedFigure('m', area, value)];
  const random = createRandom(year * 1_000_003 + Number.parseInt(area.slice(2), 36));
  const counts = new Map<string, number>(
    groups.flatMap(([offences], group) =>
      Array.from(
        { length: offences },
        (_, place) => [offences > 1 ? `m/${group}.${place}` : `m/${group}`, 0] as const,
      ),
    ),
  );
  for (let crime = 0; crime < value; crime++) {
    let draw = random();
    const group = groups.findIndex(([, share]) => {
      draw -= share;
      return draw < 0;
    });
    const place = group < 0 ? groups.length - 1 : group;
    const offences = groups[place]?.[0] ?? 1;
    // The first of a group is the most frequent.
    const key = offences > 1 ? `m/${place}.${Math.floor(random() ** 2 * offences)}` : `m/${place}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([address, count]) => publishedFigure(address, area, count));
}
