import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';

/** Changes to bytes: overwritten, cut off, a piece twice, a piece of zeros, or something put in between. */
export function drawDamage(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, bytes.length - 1) });
  const overwritten = fc
    .array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 })
    .map((changes) => {
      const copy = bytes.slice();
      for (const [place, byte] of changes) if (place < copy.length) copy[place] = byte;
      return copy;
    });
  const piece = fc.tuple(at, fc.integer({ min: 1, max: 64 }));
  return fc.oneof(
    { weight: 4, arbitrary: overwritten },
    { weight: 2, arbitrary: at.map((length) => bytes.slice(0, length)) },
    {
      weight: 1,
      arbitrary: piece.map(([from, length]) => join(bytes.slice(0, from + length), bytes.slice(from))),
    },
    { weight: 1, arbitrary: piece.map(([from, length]) => bytes.slice().fill(0, from, from + length)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom(...strange))
        .map(([from, text]) => join(bytes.slice(0, from), new TextEncoder().encode(text), bytes.slice(from))),
    },
  );
}

/** Damage to a zip, or to one of the files in it, which is then packed again as if nothing were the matter. */
export function drawZipDamage(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(bytes);
  const inside = fc
    .constantFrom(...Object.keys(parts))
    .chain((name) =>
      drawDamage(parts[name] ?? new Uint8Array()).map((part) => zipSync({ ...parts, [name]: part })),
    );
  return fc.oneof({ weight: 1, arbitrary: drawDamage(bytes) }, { weight: 3, arbitrary: inside });
}

/** What is put in between: what ends a thing early, names a number that nothing has, or calls something by itself. */
const strange = [
  '\0\0\0\0',
  '"',
  '\n',
  ';;;',
  ']]>',
  '<!ENTITY a "&a;&a;">',
  '&#x0;',
  '99999999999999999999',
  '-1',
  'NaN',
  'null',
  '{"__proto__":{"a":1}}',
  '['.repeat(5000),
  '\ud83d\u202e',
  '<a>'.repeat(2000),
];

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
