import { expect, test } from 'vitest';
import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { readQuestionnaire } from '../../../geodata/questionnaire/reading.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { surveyFigures } from '../../../geodata/sources/veiligheidsmonitor/figures.ts';

test('the template goes through JSON and back', () => {
  const file: unknown = JSON.parse(JSON.stringify(questionnaireTemplate));
  expect(readQuestionnaire(file, 'template.json')).toEqual(questionnaireTemplate);
});

test('it is whole in five languages, Arabic in its own letters', () => {
  const wordings: Wording[] = [];
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('tr' in value) wordings.push(value as Wording);
    else for (const part of Object.values(value)) gather(part);
  };
  gather(questionnaireTemplate);
  expect(wordings.length).toBeGreaterThan(150);
  for (const wording of wordings) {
    expect(Object.keys(wording), wording.nl).toEqual(questionnaireTemplate.languages);
    expect(wording.ar, wording.nl).toMatch(/\p{Script=Arabic}/u);
  }
});

test('its national counterparts are in the databank', () => {
  const known = new Set(surveyFigures.map(({ definition }) => definition.key));
  const named = questionnaireTemplate.blocks.flatMap(({ questions }) =>
    questions.flatMap(({ national }) => national?.key ?? []),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});
