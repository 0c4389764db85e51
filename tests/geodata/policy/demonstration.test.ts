import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTemplateFile } from '../../../api/policy/template-file.ts';
import { demonstrationList, planDemonstrationPolicy } from '../../../geodata/demo/policy.ts';
import type { PolicyTemplate } from '../../../geodata/policy/template.ts';
import { migrationFolder } from '../../../sql/migrations.ts';

const seeds = await readFile(join(migrationFolder, '0026-policy-templates.sql'), 'utf8');
const templates: PolicyTemplate[] = [
  ...seeds.matchAll(/values \('([a-z-]+)', 1, \$template\$([\s\S]+?)\$template\$/g),
].map(([, key = '', content = '']) => ({
  ...readTemplateFile(key, JSON.stringify({ key, ...JSON.parse(content) })),
  version: 1,
}));

describe('the templates that every database begins with', () => {
  test('are the twelve steps and the eight of the association of municipalities', () => {
    expect(templates.map(({ key, steps }) => [key, steps.length])).toEqual([
      ['twens', 12],
      ['kernbeleid-veiligheid', 8],
    ]);
  });

  test('foresee days in the order of their steps', () => {
    for (const { steps } of templates) {
      const months = steps.flatMap(({ dueMonth }) => dueMonth ?? []);
      expect(months).toHaveLength(steps.length);
      expect(months).toEqual(months.toSorted((one, other) => one - other));
    }
  });
});

describe('the policy of the demonstration', () => {
  const cycles = planDemonstrationPolicy(templates);

  test('has every state in both templates, and municipalities without a plan', () => {
    for (const { key } of templates) {
      const own = cycles.filter(({ template }) => template === key);
      expect(own.length).toBeLessThan(14);
      const states = new Set(own.flatMap(({ steps }) => steps.map(({ state }) => state)));
      expect([...states].sort()).toEqual(['done', 'in-progress', 'not-applicable', 'not-begun']);
    }
  });

  test('says everywhere that it is made up', () => {
    for (const { steps, priorities } of cycles) {
      for (const { documentTitle, decision } of steps)
        for (const said of [documentTitle, decision]) if (said) expect(said).toMatch(/\(verzonnen\)$/);
      for (const { title, actions } of priorities) {
        expect(title).toMatch(/\(verzonnen\)$/);
        for (const { organisation } of actions) expect(organisation).toMatch(/\(verzonnen\)$/);
      }
    }
    expect(demonstrationList.title).toMatch(/\(verzonnen\)$/);
    for (const [organisation] of demonstrationList.members) expect(organisation).toMatch(/\(verzonnen\)$/);
  });
});
