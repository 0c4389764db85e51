import { expect, test } from 'vitest';
import { findPersonalData } from '../../../geodata/contribution/personal-data.ts';

const list = (text: string) => findPersonalData(text).map(({ kind, text: piece }) => `${kind}: ${piece}`);

test.each([
  ['De heer J. van der Berg belde.', ['name: De heer J. van der Berg']],
  ['Gesproken met mevrouw De Vries-Jansen.', ['name: mevrouw De Vries-Jansen']],
  ['Wijkagent Kees liep mee.', ['name: Wijkagent Kees']],
  ["A. B. van 't Hof was erbij", ["name: A. B. van 't Hof"]],
  ['Fatima Özdemir en Jan Bakker', ['name: Fatima Özdemir', 'name: Jan Bakker']],
  ['aan de Hoofdstraat 12a', ['address: Hoofdstraat 12a']],
  ['op Laan van Driene 5', ['address: Laan van Driene 5']],
  ['7511 AB en 7511AC', ['address: 7511 AB', 'address: 7511AC']],
  [
    'Bel 06-12345678, 053 - 431 23 45 of +31 6 12 34 56 78',
    ['telephone: 06-12345678', 'telephone: 053 - 431 23 45', 'telephone: +31 6 12 34 56 78'],
  ],
  ['mail jan.bakker@example.nl.', ['email: jan.bakker@example.nl']],
  ['nummer 111222333', ['citizen-number: 111222333']],
  ['een auto met AB-123-C', ['plate: AB-123-C']],
])('%s', (text, found) => {
  expect(list(text)).toEqual(found);
});

test.each([
  'In 2025 waren er 1.234 misdrijven, 12,5 per 1.000 inwoners.',
  'De Gemeente Enschede en de Politie hangen camera’s op in de Marktstraat.',
  'Van 2021 tot 2024 daalde het aantal woninginbraken met 40%.',
  'De heer en mevrouw op de hoek; een agent en een wijkagent.',
  'Het nummer 111222334 is van niemand, en 12345678 ook niet.',
  'De wijk Stadsveld-Zuid in Enschede, het Volkspark en Park de Kotten.',
  '',
])('nothing in: %s', (text) => {
  expect(list(text)).toEqual([]);
});

test('each piece is named once, in the order of the text', () => {
  expect(list('Jan Bakker (06-12345678) is Jan Bakker.')).toEqual([
    'name: Jan Bakker',
    'telephone: 06-12345678',
  ]);
});

test('a long text takes no time', () => {
  const began = performance.now();
  findPersonalData('A. '.repeat(3000) + 'Van de '.repeat(3000) + '0 '.repeat(3000));
  expect(performance.now() - began).toBeLessThan(2000);
});
