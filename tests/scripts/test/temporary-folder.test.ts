import { expect, test } from 'vitest';
import { describeLeft } from '../../../scripts/test/temporary-folder.ts';

test('what the tests left is told by its maker, and what the tools keep is not', () => {
  const left = ['wijkinformatie-package-Ab12cd', 'wijkinformatie-package-9xYz_0', 'notes.txt', 'ogr-abcdef'];
  const tools = [
    'tsx-0',
    'uvIJYOrRzQnAix-7-SgJ3',
    'playwright_chromiumdev_profile-abcdef',
    '.org.chromium.Chromium.a',
  ];
  expect(describeLeft([...tools, ...left])).toBe('wijkinformatie-package-* (2), notes.txt, ogr-*');
  expect(describeLeft(tools)).toBe('');
});
