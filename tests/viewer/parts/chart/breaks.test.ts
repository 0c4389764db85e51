import { describe, expect, test } from 'vitest';
import type { Caveat } from '../../../../geodata/comparing/comparability.ts';
import type { Lineage } from '../../../../viewer/data/contract.ts';
import { writeCaveat } from '../../../../viewer/figures/caveat-text.ts';
import { findRedrawn, listYearPairs } from '../../../../viewer/state/area/redrawn.ts';
import { en } from '../../../../viewer/text/en.ts';
import { nl } from '../../../../viewer/text/nl.ts';

type Change = Lineage['rows'][number]['change'];
const row = (fromCode: string | null, toCode: string | null, change: Change): Lineage['rows'][number] => ({
  fromCode,
  toCode,
  level: 'neighbourhood',
  change,
  areaShare: 1,
  populationShare: null,
  toAreaShare: 1,
  toPopulationShare: null,
});

describe('figures as published', () => {
  const points = [
    { period: '2021', boundaryYear: 2021 },
    { period: '2022', boundaryYear: 2021 },
    { period: '2023', boundaryYear: 2024 },
    { period: '2024', boundaryYear: 2024 },
  ];
  const lineages = [
    {
      from: 2021,
      to: 2024,
      rows: [
        row('BU01', 'BU01', 'unchanged'),
        row('BU02', 'BU02', 'redrawn'),
        row('BU03', 'BU03', 'renamed'),
        row('BU05', 'BU04', 'redrawn'),
      ],
    },
  ];

  test('tell the lineages that are needed to know where they break', () => {
    const pair = { from: 2021, to: 2024 };
    expect(listYearPairs([points, points.slice(1)])).toEqual([pair]);
    expect(listYearPairs([[...points, { boundaryYear: 2021 }]])).toEqual([pair]);
    expect(listYearPairs([points.slice(0, 2), []])).toEqual([]);
    expect(listYearPairs([points, [{ boundaryYear: 2021 }, { boundaryYear: 2015 }]])).toEqual([
      { from: 2015, to: 2021 },
      pair,
    ]);
  });

  test('break where the area was redrawn or its code is used anew, and nowhere else', () => {
    expect(findRedrawn('BU02', points, lineages)).toEqual(['2023']);
    expect(findRedrawn('BU04', points, lineages)).toEqual(['2023']);
    for (const code of ['BU01', 'BU03', 'twente']) expect(findRedrawn(code, points, lineages)).toEqual([]);
    expect(findRedrawn('BU02', points.slice(2), lineages)).toEqual([]);
    expect(findRedrawn('BU02', points, [])).toEqual([]);
  });
});

test('why two figures do not compare is said in both languages, with both sides', () => {
  const reason = { nl: 'nieuwe vragenlijst', en: 'new questionnaire' };
  const caveats: Caveat[] = [
    { kind: 'break', period: '2021', reason },
    { kind: 'age', ages: [15, 18] },
    { kind: 'mode', modes: ['paper', 'online'] },
    { kind: 'sampling', samplings: ['random', 'panel'] },
    { kind: 'questionnaire', versions: ['A', 'B'] },
  ];
  expect(caveats.map((caveat) => writeCaveat(caveat, nl, 'nl'))).toEqual([
    'Breuk in de reeks vanaf 2021: nieuwe vragenlijst',
    'Andere leeftijdsgrens: vanaf 15 tegenover vanaf 18 jaar',
    'Anders gevraagd: op papier tegenover via internet',
    'Andere steekproef: door loting tegenover een vast panel',
    'Andere vragenlijst: A tegenover B',
  ]);
  expect(writeCaveat(caveats[0] as Caveat, en, 'en')).toBe(
    'Break in the series from 2021: new questionnaire',
  );
});
