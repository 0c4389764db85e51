import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; within a section those of level 3 come last. WebRTC is left out. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};

const page = readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

test('every requirement of levels 1 and 2 stands in the table once, each with how it is met and a test or none', () => {
  const listed = rows.flatMap(([numbers = '']) => numbers.split(', ').flatMap(listNumbers));
  const wanted = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(wanted.filter((number) => !listed.includes(number))).toEqual([]);
  expect(listed.filter((number, index) => listed.indexOf(number) < index)).toEqual([]);
  for (const row of rows) {
    expect(row, row[0]).toHaveLength(4);
    const isMet = /`tests\/|^none/.test(row[3] ?? '');
    expect([row[0], isMet]).toEqual([row[0], true]);
  }
});

/** `7.2.1 to 7.2.4` is four of them. */
function listNumbers(text: string): string[] {
  const [first = '', last] = text.split(' to ');
  if (last === undefined) return [first];
  const [section = '', from = 0] = [first.replace(/\.\d+$/, ''), Number(first.split('.').at(-1))];
  const to = Number(last.split('.').at(-1));
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
}
