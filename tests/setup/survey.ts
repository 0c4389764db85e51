import type { Answers, Question, Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import { type Sheet, usualSettings } from '../../geodata/questionnaire/round.ts';
import type { Database } from '../../sql/database.ts';
import { readSurveyKey } from '../../sql/questionnaires/sealing.ts';

export const testSurveyKey = readSurveyKey('wN7cVq2LrX9tKe4Zp8sYbF1mGh6JdA3uQv5RoTi0');

const say = (nl: string, en: string) => ({ nl, en, ar: `${nl} (ع)` });
const usual: Omit<Question, 'key' | 'text' | 'form'> = {
  help: null,
  isRequired: false,
  askedIf: null,
  national: null,
};
const option = (key: string, nl: string, en: string, isMissing = false) => ({
  key,
  text: say(nl, en),
  isMissing,
});

/** A question of every kind, one that hangs from another on the same page, and a block of one municipality's own. */
export const testQuestionnaire: Questionnaire = {
  key: 'proef',
  version: 1,
  name: say('Proefvragenlijst', 'Trial questionnaire'),
  languages: ['nl', 'en', 'ar'],
  introduction: say('Dit is een proef.', 'This is a trial.'),
  thanks: say('Dank voor het meedoen.', 'Thanks for taking part.'),
  blocks: [
    {
      key: 'veilig',
      title: say('Veiligheid', 'Safety'),
      about: null,
      askedIf: null,
      municipality: null,
      questions: [
        {
          ...usual,
          key: 'onveilig',
          text: say('Voelt u zich weleens onveilig?', 'Do you ever feel unsafe?'),
          isRequired: true,
          form: {
            kind: 'choice',
            options: [
              option('01', 'Ja', 'Yes'),
              option('02', 'Nee', 'No'),
              option('99', 'Weet niet', 'Do not know', true),
            ],
          },
        },
        {
          ...usual,
          key: 'hoe-vaak',
          text: say('Hoe vaak in een maand?', 'How often in a month?'),
          isRequired: true,
          askedIf: { match: 'all', tests: [{ question: 'onveilig', operator: 'any-of', values: ['01'] }] },
          form: { kind: 'number', least: 1, most: 31 },
        },
      ],
    },
    {
      key: 'buurt',
      title: say('Uw buurt', 'Your neighbourhood'),
      about: say('Over de straten om u heen.', 'About the streets around you.'),
      askedIf: null,
      municipality: null,
      questions: [
        {
          ...usual,
          key: 'cijfer',
          text: say('Welk cijfer geeft u uw buurt?', 'How do you rate your neighbourhood?'),
          form: {
            kind: 'scale',
            from: 1,
            to: 10,
            lowest: say('zeer slecht', 'very bad'),
            highest: say('zeer goed', 'very good'),
            offersNone: true,
          },
        },
        {
          ...usual,
          key: 'eens',
          text: say('Bent u het eens?', 'Do you agree?'),
          form: {
            kind: 'grid',
            rows: [
              { key: 'kennen', text: say('Wij kennen elkaar', 'We know each other') },
              { key: 'thuis', text: say('Ik voel me thuis', 'I feel at home') },
            ],
            options: [option('1', 'Eens', 'Agree'), option('2', 'Oneens', 'Disagree')],
          },
        },
        {
          ...usual,
          key: 'overlast',
          text: say('Waar hebt u last van?', 'What troubles you?'),
          form: {
            kind: 'several',
            most: 2,
            options: [
              option('geluid', 'Geluid', 'Noise'),
              option('afval', 'Afval', 'Litter'),
              option('verkeer', 'Verkeer', 'Traffic'),
            ],
          },
        },
        {
          ...usual,
          key: 'beter',
          text: say('Wat kan er beter?', 'What could be better?'),
          form: { kind: 'text', longest: 200 },
        },
      ],
    },
    {
      key: 'eigen',
      title: say('Vraag van uw gemeente', 'A question of your municipality'),
      about: null,
      askedIf: null,
      municipality: 'GM9001',
      questions: [
        {
          ...usual,
          key: 'markt',
          text: say('Komt u op de markt?', 'Do you visit the market?'),
          form: { kind: 'choice', options: [option('ja', 'Ja', 'Yes'), option('nee', 'Nee', 'No')] },
        },
      ],
    },
  ],
  indicators: [],
};

interface TestRound {
  readonly key?: string;
  readonly strata?: readonly string[];
  readonly hasOpenLink?: boolean;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly ageFrom?: 15 | 18;
  readonly questionnaire?: Questionnaire;
}

/** A planned round of a fixed questionnaire, with a stratum for each code. */
export async function planRound(db: Database, round: TestRound = {}): Promise<string> {
  const { key = 'proef-2026', strata = ['WK900101', 'WK900200'], hasOpenLink = false } = round;
  const questionnaire = round.questionnaire ?? testQuestionnaire;
  await db
    .insertInto('questionnaire')
    .values({
      key: questionnaire.key,
      version: questionnaire.version,
      definition: JSON.stringify(questionnaire),
      is_fixed: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('survey_round')
    .values({
      key,
      questionnaire: questionnaire.key,
      version: questionnaire.version,
      name: JSON.stringify(say('Proef 2026', 'Trial 2026')),
      period: '2026',
      boundary_year: 2024,
      state: 'planned',
      opens_on: round.opensOn ?? '2020-01-01',
      closes_on: round.closesOn ?? '2099-12-31',
      age_from: round.ageFrom ?? 15,
      mode: 'online',
      has_open_link: hasOpenLink,
      settings: JSON.stringify(usualSettings),
    })
    .execute();
  for (const area of strata)
    await db
      .insertInto('survey_stratum')
      .values({
        round: key,
        area,
        municipality: `GM${area.slice(2, 6)}`,
        population: 1000,
        invited: 0,
        expected_response: 0.3,
      })
      .execute();
  return key;
}

/** A sheet that was answered, whose text says which one it is. */
export function answeredSheet(stratum: string, text: string): Sheet<Answers> {
  return {
    way: 'code',
    district: stratum,
    stratum,
    ageBand: '25-44',
    sex: 'woman',
    language: 'nl',
    answers: { onveilig: ['02'], beter: [text] },
  };
}
