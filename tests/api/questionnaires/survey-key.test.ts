import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSurveyKeyHome } from '../../../api/questionnaires/survey-key.ts';
import { makeFolder } from '../../setup/folder.ts';

describe('the key of questionnaires', () => {
  test('is made once, in a file that its owner alone reads, and found again', async () => {
    const keyFile = join(await makeFolder('key'), 'deep', 'survey-key');
    const home = createSurveyKeyHome({ key: null, keyFile });
    expect(await home.find()).toBeNull();
    const made = await home.make();
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect((await readFile(keyFile, 'utf8')).trim().length).toBeGreaterThan(40);
    const again = createSurveyKeyHome({ key: null, keyFile });
    expect((await again.make()).print).toBe(made.print);
    expect((await again.find())?.print).toBe(made.print);
  });

  test('that is weak is refused, with the way out', async () => {
    const keyFile = join(await makeFolder('key'), 'survey-key');
    await writeFile(keyFile, 'kort\n');
    await expect(createSurveyKeyHome({ key: null, keyFile }).find()).rejects.toThrow(
      `The key in ${keyFile} has 4 characters, at least 32 are needed. Make one with "openssl rand -base64 48"`,
    );
    await expect(createSurveyKeyHome({ key: 'ab'.repeat(20), keyFile }).make()).rejects.toThrow(
      'SURVEY_KEY repeats',
    );
  });
});
