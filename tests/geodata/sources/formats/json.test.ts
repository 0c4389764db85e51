import { expect, test } from 'vitest';
import { InputError } from '../../../../geodata/problem.ts';
import { parseJson } from '../../../../geodata/sources/formats/json.ts';

const parse = (text: string) => parseJson(new TextEncoder().encode(text), 'a.json').value;

function refuse(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'read';
}

test.each([
  [
    'in one object',
    '{"a":1,"a":2}',
    'line 1, column 8: the key "a" stands twice in one object, at line 1, column 2 too',
  ],
  ['with the same value', '{"a":1,"a":1}', 'the key "a"'],
  ['deep within', '[{"x":{"b":1}},{"x":{\n"b":1,\n"b":2}}]', 'line 3, column 1'],
  ['written otherwise', '{"a":1,"\\u0061":2}', 'the key "a"'],
  ['a name that objects have', '{"__proto__":1,"__proto__":2}', 'the key "__proto__"'],
  ['behind a text with brackets and colons', '{"t":"}{:\\"a\\":","a":1,"a":2}', 'the key "a"'],
  ['an object, then a list', '{"a":{"b":1},"a":[]}', 'the key "a"'],
])('a key that stands twice is refused: %s', (_form, text, message) => {
  expect(refuse(text)).toContain(message);
});

test.each([
  '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
  '{"a:a":":","b":"\\"a\\":1","":null}',
  '{"A":1,"a":2}',
  '[]',
  '"a:b"',
  '{"a\\\\":1,"b":2}',
])('what is no repetition is read: %s', (text) => {
  expect(parse(text)).toEqual(JSON.parse(text));
});

test('what is nested deeply is read, and a repetition in it is found', () => {
  const nested = (inner: string) => `${'{"a":'.repeat(3_000)}${inner}${'}'.repeat(3_000)}`;
  expect(refuse(nested('{"b":1}'))).toBe('read');
  expect(refuse(nested('{"b":1,"b":2}'))).toContain('the key "b"');
});
