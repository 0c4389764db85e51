import { expect, test } from 'vitest';
import { writeFinding } from '../../../../viewer/pages/questionnaires/finding-text.ts';

test.each([
  ['missing-translation', 'tr,de text,options/1', 'Nog niet vertaald: Turks, Duits (de vraag, antwoord 1).'],
  ['missing-text', 'rows/a', 'Hier ontbreekt de Nederlandse tekst (rij a).'],
  ['missing-text', 'name en', 'Hier ontbreekt de Nederlandse tekst (de naam, Engels).'],
  ['unknown-question', 'avond', 'Een voorwaarde noemt de vraag avond, en die is er niet.'],
] as const)('%s of %s is said in words', (kind, what, text) => {
  expect(writeFinding({ kind, what })).toBe(text);
});
