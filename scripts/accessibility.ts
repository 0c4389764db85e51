/**
 * `npm run accessibility`: runs the tests that look at screens, and keeps what axe found on them in docs/accessibility.json,
 * for the page /toegankelijkheid. Words after `--` go to the tests. Fails where they fail.
 */

import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from './test/temporary-folder.ts';

/** One look at a screen, as tests/setup/accessibility.ts notes it: a line of JSON. */
interface Look {
  readonly screen: string;
  readonly rules: readonly string[];
}

const recordFile = join(import.meta.dirname, '..', 'docs', 'accessibility.json');

/** Sums up looks by screen and rule. */
function summarize(looks: readonly Look[]) {
  const times = new Map<string, { screen: string; rule: string; times: number }>();
  for (const { screen, rules } of looks)
    for (const rule of rules) {
      const key = `${screen}\n${rule}`;
      times.set(key, { screen, rule, times: (times.get(key)?.times ?? 0) + 1 });
    }
  return {
    day: new Date().toISOString().slice(0, 10),
    looks: looks.length,
    screens: new Set(looks.map(({ screen }) => screen)).size,
    findings: [...times.values()],
  };
}

const temporary = await makeTemporaryFolder();
try {
  const file = join(temporary.path, 'looks');
  const program = join(import.meta.dirname, 'test.ts');
  const words = ['--import', 'tsx', program, '--project', 'e2e', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, words, {
    stdio: 'inherit',
    env: { ...process.env, ACCESSIBILITY_LOOKS: file },
  });
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const record = summarize(lines.map((line) => JSON.parse(line) as Look));
  await writeFile(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`${record.looks} looks at ${record.screens} screens: ${record.findings.length} findings.`);
  process.exitCode = status ?? 1;
} finally {
  await temporary.close();
}
