import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { weighOpening } from '../../../scripts/build/script-limit.ts';

const script = (fileName: string, imports: string[] = [], isEntry = false) => ({
  fileName,
  code: `export const name = '${fileName}';`,
  imports,
  isEntry,
});

test('what runs before the first picture is the entry with all that it imports, each once', () => {
  const scripts = [
    script('page.js', ['opening.js']),
    script('opening.js', ['reader.js', 'shared.js'], true),
    script('reader.js', ['shared.js']),
    script('shared.js', ['opening.js']),
  ];
  const weights = weighOpening(scripts);
  expect([...weights.keys()]).toEqual(['opening.js', 'reader.js', 'shared.js']);
  expect(weights.get('shared.js')).toBe(gzipSync(scripts[3]?.code ?? '').length);
});

test('a build without an entry is no build of the viewer', () => {
  expect(() => weighOpening([script('page.js')])).toThrow('no entry');
});
