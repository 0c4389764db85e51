import { expect, test } from 'vitest';
import { describeDetail, nameActor, nameSubject } from '../../../../viewer/pages/accounts/trail-text.ts';

const describe = (detail: object) => describeDetail(JSON.stringify(detail));

test.each([
  [{ secondFactor: 'totp' }, 'tweede stap: wachtwoord en code'],
  [{ secondFactor: null }, 'tweede stap: zonder tweede stap'],
  [{ hasTotp: false }, 'zonder app, en geen herstelcode'],
  [{ grants: [{ role: 'editor', municipality: 'GM0153' }] }, 'Redacteur (GM0153)'],
  [{ level: null, visibility: 'partner' }, 'te zien voor: partners'],
  [
    { level: 'neighbourhood', visibility: 'police' },
    'vanaf niveau buurt, te zien voor: politie en veiligheidscoördinatoren',
  ],
  [{ form: 'csv', period: ['2024', '2025'] }, 'als CSV, periode 2024, 2025'],
  [{ removed: 12, days: 730 }, '12 regels, ouder dan 730 dagen'],
  [{ removed: false, slides: 4, sharedWith: 'owner' }, 'dia’s: 4, te zien voor: alleen de eigenaar'],
  [{ municipality: 'GM0153', removed: true }, 'GM0153, verwijderd'],
  [
    { method: 'raked', respondents: 900, hasConverged: false },
    'naar randtotalen, 900 antwoorden, gewichten kloppen niet met het register',
  ],
  [{ publishedAgain: [] }, ''],
  [{ somethingLater: { a: 1 } }, 'somethingLater: {"a":1}'],
])('a detail is told in words: %j', (detail, words) => {
  expect(describe(detail)).toBe(words);
});

test('nothing is told where nothing was kept', () => {
  expect(describeDetail(null)).toBe('');
});

test('who and what are named, or told by a part of their number where the name is gone', () => {
  const gone = 'person:0123456789abcdef';
  expect(nameActor(gone, null)).toBe('verwijderd (01234567)');
  expect(nameActor(gone, 'Ada Meijer')).toBe('Ada Meijer');
  expect(nameSubject({ subject: gone, subjectName: 'Ada Meijer' })).toBe('Ada Meijer');
  expect(nameSubject({ subject: 'release:12', subjectName: null })).toBe('levering 12');
  expect(nameSubject({ subject: 'postcodes', subjectName: null })).toBe('postcodes');
  expect(nameSubject({ subject: 'indicator:misdrijven/a', subjectName: null })).toBe('misdrijven/a');
  expect(nameSubject({ subject: null, subjectName: null })).toBe('');
});
