import { expect, test } from 'vitest';
import { chooseAccepted } from '../../../api/questionnaires/answering/languages.ts';

const among = ['nl', 'en', 'tr', 'de', 'ar'];

test.each([
  ['tr-TR,tr;q=0.9,en;q=0.8', 'tr'],
  ['fr-FR, ar;q=0.4, en;q=0.7', 'en'],
  ['nl', 'nl'],
  ['DE-at', 'de'],
  ['fr,*;q=0.5', null],
  ['en;q=0', null],
  ['en;q=none, de;q=0.1', 'de'],
  ['', null],
  [undefined, null],
])('of a browser that wants %s it is %s', (accepted, language) => {
  expect(chooseAccepted(accepted, among)).toBe(language);
});
