import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPeriod, writePeriod } from '../../../geodata/period.ts';
import { guessDateUnit } from '../../../geodata/sources/period-date.ts';
import { findPeriodIn, type PeriodMeaning, readPeriodText } from '../../../geodata/sources/period-text.ts';
import { makePattern, matchHeading } from '../../../geodata/sources/table/heading.ts';

const nothing: PeriodMeaning = { dates: null, spans: null };

/** The period that a text is: with a star where it is provisional, or what has to be asked. */
function periodOf(text: string, meaning: Partial<PeriodMeaning> = {}): string | null {
  const reading = readPeriodText(text, { ...nothing, ...meaning });
  if (reading === null) return null;
  return 'ask' in reading ? reading.ask : `${reading.period}${reading.isProvisional ? '*' : ''}`;
}

test.each([
  ['2024', '2024'],
  ['2024JJ00', '2024'],
  ['2024-03', '2024-03'],
  ['03-2024', '2024-03'],
  ['mrt 2024', '2024-03'],
  ['Maart 2024', '2024-03'],
  ['2024 mei', '2024-05'],
  ['juni 2024', '2024-06'],
  ['juli 2024', '2024-07'],
  ['okt. 2024', '2024-10'],
  ['Q1 2024', '2024-Q1'],
  ['2024 kw 3', '2024-Q3'],
  ['1e kwartaal 2024', '2024-Q1'],
  ['week 12 2024', '2024-W12'],
  ['2024-W12', '2024-W12'],
  ['1234', null],
  ['2024-13', null],
  ['week 60 2024', null],
  ['31-02-2024', null],
  ['Centrum', null],
  ['', null],
])('"%s" is %s', (text, period) => expect(periodOf(text)).toBe(period));

test('a date is the period of the unit that it stands for, and else a date', () => {
  expect(periodOf('1-3-2024')).toBe('date');
  const units = ['year', 'quarter', 'month', 'week'] as const;
  expect(units.map((dates) => periodOf('2024-03-01', { dates }))).toEqual([
    '2024',
    '2024-Q1',
    '2024-03',
    '2024-W09',
  ]);
  expect(periodOf('1-1-2021', { dates: 'week' })).toBe('2020-W53');
});

test('dates tell what they stand for by the day', () => {
  expect(guessDateUnit(['1-1-2023', '2024-01-01'])).toBe('year');
  expect(guessDateUnit(['31-12-2023', '31-12-2024'])).toBe('year');
  expect(guessDateUnit(['1-1-2024', '1-4-2024'])).toBe('quarter');
  expect(guessDateUnit(['1-1-2024', '1-2-2024'])).toBe('month');
  expect(guessDateUnit(['4-1-2024'])).toBeNull();
  expect(guessDateUnit(['2024'])).toBeNull();
});

test.each([
  ['Inwoners 2024', 'Inwoners {period}'],
  ['2024', '{period}'],
  ['Meldingen (1e kwartaal 2024)', 'Meldingen ({period})'],
  ['Stand per 1-1-2024, totaal', 'Stand per {period}, totaal'],
  ['Aantal 2024-03 voorlopig', 'Aantal {period}'],
  ['Aandeel per 1.000', 'Aandeel per 1.000'],
  ['Code 20240', 'Code 20240'],
])('the heading "%s" has the pattern "%s"', (heading, pattern) => expect(makePattern(heading)).toBe(pattern));

test('a pattern fits headings of other years and spellings, and no others', () => {
  expect(matchHeading('Inwoners {period}', 'INWONERS  2031', nothing)).toEqual({
    period: '2031',
    isProvisional: false,
  });
  expect(matchHeading('Inwoners {period}', 'Inwoners totaal', nothing)).toBeNull();
  expect(matchHeading('Inwoners {period}', 'Inwoners', nothing)).toBeNull();
  expect(matchHeading('Höfte', 'hofte ', nothing)).toEqual({ period: null, isProvisional: false });
  expect(matchHeading('Per {period}', 'Per 1-1-2024', { ...nothing, dates: 'year' })).toEqual({
    period: '2024',
    isProvisional: false,
  });
  expect(matchHeading('Per {period}', 'Per 1-1-2024', nothing)).toEqual({ ask: 'date' });
});

test.each([
  ['Meldingen (voorlopig) 2024', true],
  ['Meldingen voorlopige cijfers 2024', true],
  ['Meldingen 2024 - vrlp.', true],
  ['Voorlopige hechtenis 2024', false],
  ['In 2024 voorlopige hechtenis', false],
])('the figures below "%s" may still change: %s', (heading, isProvisional) =>
  expect(matchHeading(makePattern(heading), heading, nothing)).toEqual({ period: '2024', isProvisional }),
);

test('words that only begin as a month are none', () => {
  expect(periodOf('12-maands 2024', { dates: 'month' })).toBeNull();
  expect(periodOf('1 decimaal 2024', { dates: 'month' })).toBeNull();
  expect(periodOf('1 december 2024', { dates: 'month' })).toBe('2024-12');
});

test('what we write of a period, and what people read of it, is read again, alone and within a heading', () => {
  const period = fc.oneof(
    fc.record({
      unit: fc.constant('year' as const),
      year: fc.integer({ min: 1900, max: 2099 }),
      ordinal: fc.constant(1),
    }),
    fc.record({
      unit: fc.constant('quarter' as const),
      year: fc.integer({ min: 1900, max: 2099 }),
      ordinal: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      unit: fc.constant('month' as const),
      year: fc.integer({ min: 1900, max: 2099 }),
      ordinal: fc.integer({ min: 1, max: 12 }),
    }),
    fc.record({
      unit: fc.constant('week' as const),
      year: fc.integer({ min: 1900, max: 2099 }),
      ordinal: fc.integer({ min: 1, max: 52 }),
    }),
  );
  fc.assert(
    fc.property(period, fc.constantFrom('nl' as const, 'en' as const), (each, language) => {
      const text = writePeriod(each);
      expect(periodOf(text)).toBe(text);
      expect(periodOf(formatPeriod(text, language))).toBe(text);
      if (each.unit === 'week') return;
      const heading = `Aantal ${formatPeriod(text, language)} (stand)`;
      expect(findPeriodIn(heading)?.text).toBe(formatPeriod(text, language));
      expect(matchHeading(makePattern(heading), heading, nothing)).toMatchObject({ period: text });
    }),
  );
});
