import { expect, test } from 'vitest';
import { findShownText, isConcealed } from '../../../../geodata/sources/formats/shown-text.ts';

test.each([
  [3, '[<5]"<5";0', '<5'],
  [7, '[<5]"<5";0', null],
  [12, '0" 000"', '12 000'],
  [3.2, '0.0" mln"', '3.2 mln'],
  [3, '0\\ "duizend"', '3 duizend'],
  [3.5, '0.0‰', '3.5‰'],
  [12, '0" x 1000"', '12 x 1000'],
  [-2, '0" mln";-0" mln"', '-2 mln'],
])('%s in %j is shown as %j', (value, format, text) => {
  expect(findShownText(value, format)).toBe(text);
});

test.each([
  '0.0,," mln"',
  '#,##0,"  dzd"',
  '0" m2"',
  '0" per 1000 inw"',
  '#,##0.00',
  '"€ "0',
  '0%',
  'General',
  '0.0E+00',
  'dd-mm-yyyy',
])('a number whose format changes nothing about its magnitude is that number: %j', (format) => {
  expect(findShownText(3_200_000, format)).toBeNull();
});

test.each([
  [5, ';;;', true],
  [0, ';;;', true],
  [-5, ';;;', true],
  [5, ';;;@', true],
  [5, '[Red];[Red]', true],
  [5, '" ";" "', true],
  [5, ';-0', true],
  [-5, ';-0', false],
  [0, '0;-0;', true],
  [5, '0;-0;', false],
  [0, '0;-0;"-"', false],
  [0, '0;-0', false],
  [5, 'General', false],
  [5, '', false],
  [2, '[<5]"";0', true],
  [7, '[<5]"";0', false],
])('of %s the format %j shows nothing: %s', (value, format, expected) => {
  expect(isConcealed(value, format)).toBe(expected);
});
