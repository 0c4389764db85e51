import type { Json } from '../../setup/descriptor.ts';

/** A questionnaire of one page, as JSON: to be changed at one place. */
export const small: Json = {
  key: 'klein',
  version: 1,
  name: { nl: 'Klein', en: 'Small' },
  languages: ['nl', 'en'],
  introduction: { nl: 'Welkom.' },
  thanks: { nl: 'Dank u.' },
  blocks: [
    {
      key: 'een',
      title: { nl: 'Een' },
      questions: [
        {
          key: 'kiezen',
          text: { nl: 'Kies' },
          isRequired: true,
          form: {
            kind: 'choice',
            options: [
              { key: '01', text: { nl: 'Ja' } },
              { key: '1', text: { nl: 'Nee' } },
              { key: 'x', text: { nl: 'Weet ik niet' }, isMissing: true },
            ],
          },
        },
        {
          key: 'hoeveel',
          text: { nl: 'Hoeveel?' },
          askedIf: { match: 'all', tests: [{ question: 'kiezen', operator: 'any-of', values: ['01'] }] },
          form: { kind: 'number', least: 0, most: 20 },
        },
        {
          key: 'waarom',
          text: { nl: 'Waarom?' },
          askedIf: { match: 'all', tests: [{ question: 'hoeveel', operator: 'at-least', values: ['3'] }] },
          form: { kind: 'text', longest: 10 },
        },
        {
          key: 'rooster',
          text: { nl: 'Rooster' },
          form: {
            kind: 'grid',
            rows: [
              { key: 'a', text: { nl: 'A' } },
              { key: 'b', text: { nl: 'B' } },
            ],
            options: [
              { key: '1', text: { nl: 'Laag' } },
              { key: '2', text: { nl: 'Hoog' } },
            ],
          },
        },
        {
          key: 'meer',
          text: { nl: 'Kies er twee' },
          form: {
            kind: 'several',
            most: 2,
            options: [
              { key: 'p', text: { nl: 'P' } },
              { key: 'q', text: { nl: 'Q' } },
              { key: 'r', text: { nl: 'R' } },
              { key: 'geen', text: { nl: 'Geen' }, isMissing: true },
            ],
          },
        },
        {
          key: 'cijfer',
          text: { nl: 'Cijfer' },
          form: {
            kind: 'scale',
            from: 1,
            to: 10,
            lowest: { nl: 'Slecht' },
            highest: { nl: 'Goed' },
            offersNone: true,
          },
        },
      ],
    },
  ],
  indicators: [
    {
      key: 'aandeel-ja',
      name: { nl: 'Zegt ja', en: 'Says yes' },
      theme: 'leefomgeving.sociaal',
      polarity: 'neutral',
      measure: { kind: 'share', question: 'kiezen', keys: ['01'] },
    },
    {
      key: 'schaal',
      name: { nl: 'Schaal', en: 'Scale' },
      theme: 'leefomgeving.sociaal',
      polarity: 'neutral',
      measure: {
        kind: 'scale',
        parts: [{ question: 'rooster/a', points: { '1': 0, '2': 1 } }],
        lowest: 0,
        highest: 1,
        least: 1,
      },
    },
  ],
};
