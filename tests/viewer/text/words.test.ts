import { expect, test } from 'vitest';
import { en } from '../../../viewer/text/en.ts';
import { enAccount } from '../../../viewer/text/en-account.ts';
import { enDocuments } from '../../../viewer/text/en-documents.ts';
import { enMeeting } from '../../../viewer/text/en-meeting.ts';
import { enPolicy } from '../../../viewer/text/en-policy.ts';
import { enQuestionnaires } from '../../../viewer/text/en-questionnaires.ts';
import { enReading } from '../../../viewer/text/en-reading.ts';
import { enRounds } from '../../../viewer/text/en-rounds.ts';
import { nl } from '../../../viewer/text/nl.ts';
import { nlAccount } from '../../../viewer/text/nl-account.ts';
import { nlDocuments } from '../../../viewer/text/nl-documents.ts';
import { nlMeeting } from '../../../viewer/text/nl-meeting.ts';
import { nlPolicy } from '../../../viewer/text/nl-policy.ts';
import { nlQuestionnaires } from '../../../viewer/text/nl-questionnaires.ts';
import { nlReading } from '../../../viewer/text/nl-reading.ts';
import { nlRounds } from '../../../viewer/text/nl-rounds.ts';

/** Every text of a dictionary by its path; sentences are made with a word of their own for each part. */
function listTexts(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = `${path}/${key}`;
    if (typeof value === 'string') texts.set(here, value);
    else if (typeof value === 'function') {
      const parts = Array.from({ length: value.length }, (_, i) => `part${i}`);
      texts.set(here, String(value(...parts)));
    } else if (typeof value === 'object' && value !== null)
      for (const [below, text] of listTexts(value, here)) texts.set(below, text);
  }
  return texts;
}

const [dutch, english] = [
  listTexts({
    ...nl,
    ...nlReading,
    accounts: nlAccount,
    policy: nlPolicy,
    documents: nlDocuments,
    meeting: nlMeeting,
    questionnaires: nlQuestionnaires,
    rounds: nlRounds,
  }),
  listTexts({
    ...en,
    ...enReading,
    accounts: enAccount,
    policy: enPolicy,
    documents: enDocuments,
    meeting: enMeeting,
    questionnaires: enQuestionnaires,
    rounds: enRounds,
  }),
];

test('both languages have every text, and none is empty', () => {
  expect([...english.keys()]).toEqual([...dutch.keys()]);
  for (const text of [...dutch.values(), ...english.values()]) expect(text.trim()).not.toBe('');
});

test('both languages put the same parts in their sentences', () => {
  const partsOf = (text: string) => [...new Set(text.match(/part\d/g) ?? [])].sort();
  for (const [path, text] of dutch)
    expect([path, partsOf(english.get(path) ?? '')]).toEqual([path, partsOf(text)]);
});

test('English is no copy of the Dutch', () => {
  const same = [...dutch].filter(([path, text]) => english.get(path) === text).map(([path]) => path);
  expect(same).toEqual([
    '/brand',
    '/language/nl',
    '/language/en',
    '/pages/clusters',
    '/references/inPlace',
    '/clusters/title',
    '/clusters/fileName',
    '/connections/indicator',
    '/connections/coefficients/spearman',
    '/connections/coefficients/pearson',
    '/legend/areas',
    '/tooFew/perHectare',
    '/notices/parameters/indicator',
    '/compare/kinds/clusters',
    '/area/of',
    '/selection/trend',
    '/selection/csv/code',
    '/selection/csv/status',
    '/selection/csv/link',
    '/access/visibilities/partner',
    '/accounts/trail/subjects/person',
    '/accounts/trail/subjects/indicator',
    '/accounts/trail/subjects/postcodes',
    '/accounts/trail/details/hasTotp',
    '/accounts/trail/details/way',
    '/accounts/trail/details/grants',
    '/accounts/trail/details/postcodes',
    '/accounts/trail/details/municipality',
    '/accounts/trail/details/state',
    '/accounts/trail/details/method',
    '/accounts/trail/details/hasConverged',
    '/accounts/trail/ways/passkey',
    '/accounts/trail/forms/csv',
    '/accounts/trail/forms/json',
    '/accounts/trail/forms/geojson',
    '/accounts/trail/other',
    '/questionnaires/list/beginButton',
    '/rounds/texts/of',
  ]);
});
