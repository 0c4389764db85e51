import { expect, test } from 'vitest';
import { tellBoundaryStory } from '../../../geodata/boundary/lineage/story.ts';
import { writeStory } from '../../../viewer/figures/boundary-story-text.ts';
import { en } from '../../../viewer/text/en.ts';
import { nl } from '../../../viewer/text/nl.ts';

const row = (
  fromCode: string | null,
  toCode: string | null,
  change: 'redrawn' | 'new' | 'gone',
  areaShare: number,
) => ({
  fromCode,
  toCode,
  change,
  areaShare,
  populationShare: null,
});

const rows = [
  row('BU1', 'BU1', 'redrawn', 0.58),
  row('BU1', 'BU2', 'redrawn', 0.42),
  row('BU2', 'BU2', 'redrawn', 0.97),
  row('BU2', 'BU1', 'redrawn', 0.03),
  row('BU3', 'BU9', 'new', 1),
  row(null, 'BU9', 'new', 0.004),
];

const namesBefore: Readonly<Record<string, string>> = { BU2: 'Noord', BU3: 'Oud' };
const namesAfter: Readonly<Record<string, string>> = { BU2: 'Noorderveld' };

function story(code: string, language: 'nl' | 'en' = 'nl') {
  return writeStory({
    code,
    from: 2021,
    to: 2024,
    came: tellBoundaryStory(rows, code, 'to'),
    went: tellBoundaryStory(rows, code, 'from'),
    nameBefore: (other) => namesBefore[other] ?? other,
    nameAfter: (other) => namesAfter[other] ?? other,
    text: language === 'nl' ? nl : en,
    language,
  });
}

test('a redrawn area tells what it is made of and what it gave away, by the names of each year', () => {
  expect(story('BU1')).toEqual([
    'De grens is gewijzigd tussen 2021 en 2024: niet te vergelijken.',
    'Naar de indeling van 2021 bestaat het nu uit 58% van het oude gebied en 3% van Noord.',
    'Van het oude gebied ging 42% naar Noorderveld.',
  ]);
  expect(story('BU1', 'en')).toEqual([
    'The boundary changed between 2021 and 2024: not compared.',
    'By the division of 2021 it now consists of 58% of the old area and 3% of Noord.',
    'Of the old area went 42% to Noorderveld.',
  ]);
});

test('a new area tells where it came from', () => {
  expect(story('BU9')).toEqual([
    'Dit gebied is nieuw: het kwam er tussen 2021 en 2024.',
    'Naar de indeling van 2021 bestaat het nu uit heel Oud en < 1% nieuwe grond.',
  ]);
});

test('of what no row tells nothing is said', () => {
  expect(story('BU7')).toEqual([]);
});
