import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runForm } from './form.ts';
import { formatKinds, kinds } from './kinds.ts';

for (const { kind, forms } of kinds)
  describe(kind, () => {
    test.each(forms)('$form, $reader: $outcome', async (form) => {
      const { outcome, text } = await runForm(form);
      expect([outcome, text]).toEqual([
        form.outcome,
        form.outcome === 'read' ? form.expected : expect.stringContaining(form.expected),
      ]);
    });
  });

test('docs/forms.md shows every kind with its forms and what becomes of them', () => {
  const document = readFileSync(new URL('../../../../docs/forms.md', import.meta.url), 'utf8');
  expect(document).toContain(formatKinds());
});
