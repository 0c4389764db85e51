import { expect, test, vi } from 'vitest';
import { openDemonstrationRound } from '../../../api/questionnaires/demonstration.ts';
import { createSurveyKeyHome } from '../../../api/questionnaires/survey-key.ts';
import { weighRound } from '../../../api/questionnaires/weighing.ts';
import {
  publishDemonstration,
  type StagedDemonstration,
  stageDemonstration,
} from '../../../api/release/demonstration.ts';
import { importPackage } from '../../../api/release/import.ts';
import { daysAnswered, daysOpen } from '../../../geodata/demo/coming-days.ts';
import { tellStrata } from '../../../geodata/questionnaire/watch.ts';
import { readCode } from '../../../geodata/sampling/code.ts';
import type { AreaEstimate } from '../../../geodata/weighting/area-estimates.ts';
import { findRegion, listBoundaryYears, listIndicators, listReleases } from '../../../sql/catalog.ts';
import { findInvitation } from '../../../sql/questionnaires/invitations.ts';
import { listResponse } from '../../../sql/questionnaires/response.ts';
import { readWholeResult } from '../../../sql/questionnaires/results.ts';
import { readSheets } from '../../../sql/questionnaires/sheets.ts';
import { listStrata } from '../../../sql/questionnaires/strata.ts';
import { everything, publicReader } from '../../../sql/reader.ts';
import { listTargetedIndicators, listTargets } from '../../../sql/targets.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { samplePackage, writePackage } from './sample-package.ts';

/** On a busy machine the demonstration region takes minutes to make. */
vi.setConfig({ testTimeout: 600_000 });

const importedBy = 'tester';
/** A request for /readyz must not wait longer than this share of the time that the demonstration takes. */
const longestShare = 0.25;

const stepsOfStaging: string[] = [];
let staging: Promise<StagedDemonstration> | undefined;

/** Computed once, for both databases: it takes longer than publishing it. */
function stageOnce(): Promise<StagedDemonstration> {
  staging ??= stageDemonstration((step) => stepsOfStaging.push(step));
  return staging;
}

test('the demonstration region is computed while the process goes on answering', async () => {
  const watch = watchEventLoop();
  await stageOnce();
  expect(watch.stop()).toBeLessThan(longestShare);
  expect(stepsOfStaging).toEqual(
    expect.arrayContaining(['drawing the demonstration region', 'computing figures']),
  );
});

describeOnBothDatabases('the demonstration region', (getDatabase) => {
  test('is published while the process goes on answering', async () => {
    const db = getDatabase();
    const steps: string[] = [];
    await stageOnce();
    const watch = watchEventLoop();
    await publishDemonstration(db, (step) => steps.push(step), stageOnce());
    expect(watch.stop()).toBeLessThan(longestShare);
    expect(steps).toEqual(expect.arrayContaining(['writing figures', 'writing columns']));
    expect(await findRegion(db, publicReader)).toMatchObject({ key: 'twente', demonstration: true });
    expect(await listBoundaryYears(db, publicReader)).toHaveLength(2);
    const indicators = await listIndicators(db, publicReader);
    for (const { columns } of indicators)
      expect(columns.municipality).toMatchObject({ hash: expect.any(String) });
    expect(await listTargetedIndicators(db, publicReader)).toHaveLength(3);
  });

  test('asks: a round that is over, weighted as it would be, and one that opens with codes', async () => {
    const db = getDatabase();
    const sheets = await readSheets(db, null, 'veiligheid-2025');
    expect(sheets).toHaveLength(3000);
    const { estimates } = (await readWholeResult(db, 'veiligheid-2025')) ?? { estimates: [] };
    const found = estimates.find((one) => one.indicator === 'enquete-onveilig' && one.area === 'GM0153');
    const figure = await db
      .selectFrom('observation')
      .select(['value', 'sample_size'])
      .where('indicator', '=', 'enquete-onveilig')
      .where('area', '=', 'GM0153')
      .executeTakeFirst();
    expect(figure?.value).toBeCloseTo(found?.estimate?.value ?? -1, 4);
    expect(figure?.sample_size).toBe(found?.estimate?.count);
    // Made anew from the sheets that are kept it is the same.
    await db
      .updateTable('survey_round')
      .set({ state: 'closed' })
      .where('key', '=', 'veiligheid-2025')
      .execute();
    const anew = (await weighRound(db, null, 'veiligheid-2025')).estimates;
    expect(listSaid(anew)).toEqual(listSaid(estimates));
    const response = await listResponse(db, 'veiligheid-2025');
    expect(response.reduce((sum, { count }) => sum + count, 0)).toBe(3000);

    const home = createSurveyKeyHome({ key: 'Kj2-fq0_Zm8xVtR4nB7wYc1sLd9eHg3u', keyFile: '' });
    // Of two servers that start at once, one opens it, and the other gives codes to what is open.
    const [codes, others] = await Promise.all([
      openDemonstrationRound(db, home),
      openDemonstrationRound(db, home),
    ]);
    const key = await home.make();
    for (const code of codes) {
      const read = readCode(code);
      const invitation = 'code' in read ? await findInvitation(db, key, read.code) : null;
      expect(invitation).toMatchObject({ round: 'veiligheid-2026', isUsed: false });
    }
    expect([codes.length, new Set([...codes, ...others]).size]).toEqual([3, 6]);
    // Who watches it sees who stays behind what was planned, and who does not.
    const asker = { id: '1', grants: [{ role: 'administrator' as const }] };
    const told = tellStrata(
      await listStrata(db, asker, 'veiligheid-2026'),
      (await listResponse(db, 'veiligheid-2026')) as Parameters<typeof tellStrata>[1],
      daysAnswered / daysOpen,
    );
    const shown = told.filter(({ count }) => count !== null);
    expect(shown.filter(({ isLagging }) => isLagging).length).toBeGreaterThan(2);
    expect(shown.filter(({ isLagging }) => !isLagging).length).toBeGreaterThan(2);
    expect(told.every(({ invited, count }) => (count ?? 0) < invited)).toBe(true);
    // The names that repeat come with their municipality.
    const strata = await listStrata(db, asker, 'veiligheid-2026');
    const names = strata.map(({ ownName }) => ownName);
    expect(new Set(names).size).toBe(names.length);
  });

  test('comes back when a real package cannot be imported', async () => {
    const db = getDatabase();
    const sample = samplePackage();
    sample.files['nederland.csv'] = 'code,inwoners,misdrijven\nNL99,1,1\n';
    await expect(importPackage(db, await writePackage(sample), { importedBy })).rejects.toThrow(/NL99/);
    expect(await findRegion(db, publicReader)).toMatchObject({ key: 'twente', demonstration: true });
  });

  test('makes way for a real package, all of it, even where the region is another', async () => {
    const db = getDatabase();
    const report = await importPackage(db, await writePackage(samplePackage()), { importedBy });
    expect(report.demonstrationRemoved).toBe(true);
    expect(await findRegion(db, publicReader)).toMatchObject({ key: 'sample', demonstration: false });
    const releases = await listReleases(db, everything);
    expect(releases.map(({ package: name, state }) => [name, state])).toEqual([
      ['sample', 'published'],
      ['demonstratie', 'withdrawn'],
    ]);
    expect((await listIndicators(db, publicReader)).map(({ key }) => key)).toEqual([
      'inwoners',
      'misdrijven',
      'misdrijven-per-1000',
    ]);
    expect(await listTargets(db, publicReader)).toEqual([]);
    for (const table of ['survey_round', 'survey_sheet', 'survey_result', 'questionnaire'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  });

  test('does not take the place of what somebody imported', async () => {
    const db = getDatabase();
    await publishDemonstration(db, undefined, stageOnce());
    expect(await findRegion(db, publicReader)).toMatchObject({ key: 'sample', demonstration: false });
  });
});

/** What estimates say, in an order of their own; sums of the same numbers in another order differ in their last digits. */
function listSaid(estimates: readonly AreaEstimate[]): string[] {
  return estimates
    .map(({ indicator, area, status, estimate }) =>
      [indicator, area, status, estimate?.count, estimate?.value.toFixed(6), estimate?.upper.toFixed(6)].join(
        ' ',
      ),
    )
    .sort();
}

/** Measures for how long at most nothing else could run in this process, as a share of the time that it watched. */
function watchEventLoop(): { stop(): number } {
  const interval = 10;
  const begin = performance.now();
  let last = begin;
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - interval);
    last = now;
  }, interval);
  return {
    stop() {
      clearInterval(timer);
      return longest / (performance.now() - begin);
    },
  };
}
