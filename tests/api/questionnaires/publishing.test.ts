import { expect, test } from 'vitest';
import { compareWithBefore } from '../../../api/questionnaires/comparing.ts';
import { publishRound, withdrawRound } from '../../../api/questionnaires/publishing.ts';
import { weighRound } from '../../../api/questionnaires/weighing.ts';
import { importPackage } from '../../../api/release/import.ts';
import { countPeople, drawSheets } from '../../../geodata/demo/sheets.ts';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { createRandom } from '../../../geodata/statistics/random.ts';
import { listIndicators, listReleases } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { listColumnFigures } from '../../../sql/publication/figures.ts';
import type { Asker } from '../../../sql/questionnaires/permission.ts';
import { readResult } from '../../../sql/questionnaires/results.ts';
import { RoundRefusal } from '../../../sql/questionnaires/round-refusal.ts';
import { readSheets, storeSheets } from '../../../sql/questionnaires/sheets.ts';
import { everything } from '../../../sql/reader.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from '../release/checksum.ts';
import { samplePackage, writePackage } from '../release/sample-package.ts';

const by = 'tester';
const administrator: Asker = { id: '1', grants: [{ role: 'administrator' }] as Asker['grants'] };
const editor: Asker = { id: '2', grants: [{ role: 'editor', municipality: 'GM0141' }] as Asker['grants'] };
const nobody: Asker = { id: '3', grants: [] };

const districts = [
  { code: 'WK015300', people: 9000, older: 0.25, trouble: 0.8 },
  { code: 'WK014100', people: 4000, older: 0.22, trouble: -0.3 },
];
const register = countPeople(districts);
/** The same, with other words for one question. */
const second: Questionnaire = {
  ...questionnaireTemplate,
  version: 2,
  blocks: questionnaireTemplate.blocks.map((block) => ({
    ...block,
    questions: block.questions.map((question) =>
      question.key === 'onveilig'
        ? { ...question, text: { ...question.text, nl: 'Bent u weleens bang?' } }
        : question,
    ),
  })),
};

/** A closed round with so many answers of each district. */
async function holdRound(
  db: Database,
  {
    key,
    period,
    version,
    counts,
    removesSheets = false,
  }: { key: string; period: string; version: number; counts: readonly number[]; removesSheets?: boolean },
): Promise<void> {
  const settings = { hiddenBelow: 50, indicativeBelow: 100, removesSheets };
  await db
    .insertInto('survey_round')
    .values({
      key,
      questionnaire: questionnaireTemplate.key,
      version,
      name: JSON.stringify({ nl: `Vragenlijst ${period}`, en: `Survey ${period}` }),
      period,
      boundary_year: 2024,
      state: 'open',
      opens_on: `${period}-09-01`,
      closes_on: `${period}-10-01`,
      age_from: 18,
      mode: 'online',
      has_open_link: false,
      settings: JSON.stringify(settings),
    })
    .execute();
  const random = createRandom(Number(period));
  for (const [position, district] of districts.entries()) {
    const count = counts[position] ?? 0;
    const population = register
      .filter((row) => row.district === district.code)
      .reduce((sum, row) => sum + row.count, 0);
    const municipality = `GM${district.code.slice(2, 6)}`;
    await db
      .insertInto('survey_stratum')
      .values({
        round: key,
        area: district.code,
        municipality,
        population,
        invited: count * 3,
        expected_response: 0.3,
      })
      .execute();
    const sheets = drawSheets(
      questionnaireTemplate,
      { stratum: district.code, districts: [district], count },
      random,
    );
    await storeSheets(
      db,
      key,
      sheets.map((sheet) => (sheet.ageBand === '15-17' ? { ...sheet, ageBand: '18-24' as const } : sheet)),
    );
  }
  await db
    .insertInto('survey_register')
    .values(register.map(({ ageBand, ...row }) => ({ round: key, age_band: ageBand, ...row })))
    .execute();
}

const close = (db: Database, key: string) =>
  db.updateTable('survey_round').set({ state: 'closed' }).where('key', '=', key).execute();
const stateOf = async (db: Database, key: string) =>
  (await db.selectFrom('survey_round').select('state').where('key', '=', key).executeTakeFirst())?.state;
const figureOf = (db: Database, indicator: string, area: string, period: string) =>
  db
    .selectFrom('observation')
    .select(['value', 'lower', 'upper', 'sample_size', 'status', 'note'])
    .where('indicator', '=', indicator)
    .where('area', '=', area)
    .where('period', '=', period)
    .executeTakeFirst();
const refusal = async (act: () => Promise<unknown>) => {
  try {
    await act();
  } catch (error) {
    if (error instanceof RoundRefusal) return error.kind;
    throw error;
  }
  throw new Error('it was not refused');
};

describeOnBothDatabases('a round', (getDatabase) => {
  let before: unknown;

  test('is weighted when it is closed, and not before', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy: by });
    for (const questionnaire of [questionnaireTemplate, second])
      await db
        .insertInto('questionnaire')
        .values({
          key: questionnaire.key,
          version: questionnaire.version,
          definition: JSON.stringify(questionnaire),
          is_fixed: true,
        })
        .execute();
    await holdRound(db, { key: 'veilig-2024', period: '2024', version: 1, counts: [260, 70] });
    expect(await refusal(() => weighRound(db, null, 'veilig-2024'))).toBe('not-closed');
    expect(await refusal(() => weighRound(db, null, 'weg'))).toBe('unknown-round');
    await close(db, 'veilig-2024');
    const { report, estimates } = await weighRound(db, null, 'veilig-2024');
    expect(report).toMatchObject({ method: 'raked', respondents: 330, invited: 990, hasConverged: true });
    expect(await stateOf(db, 'veilig-2024')).toBe('weighted');
    const of = (area: string) =>
      estimates.find((one) => one.indicator === 'enquete-onveilig' && one.area === area);
    expect(of('sample')?.estimate?.count).toBeGreaterThan(200);
    expect(of('WK014100')?.status).toBe('indicative');
    expect((await readSheets(db, null, 'veilig-2024')).length).toBe(330);
  });

  test('is shown to who asks, as far as he may', async () => {
    const db = getDatabase();
    const areas = async (asker: Asker) => [
      ...new Set((await readResult(db, asker, 'veilig-2024'))?.estimates.map(({ area }) => area)),
    ];
    expect(await areas(administrator)).toEqual(
      expect.arrayContaining(['sample', 'GM0153', 'GM0141', 'WK015300']),
    );
    expect((await areas(editor)).sort()).toEqual(['GM0141', 'WK014100', 'sample']);
    expect(await readResult(db, nobody, 'veilig-2024')).toBeNull();
  });

  test('becomes a release with bounds, sample sizes and the facts of the round', async () => {
    const db = getDatabase();
    before = await checksumTables(db, ['release', 'releases'], publishedTables);
    expect(await refusal(() => withdrawRound(db, 'veilig-2024', { by }))).toBe('not-published');
    const report = await publishRound(db, 'veilig-2024', { by });
    expect(report).toMatchObject({ state: 'published', package: 'vragenlijst-veilig-2024' });
    expect(await stateOf(db, 'veilig-2024')).toBe('published');
    const result = await readResult(db, administrator, 'veilig-2024');
    const estimate = result?.estimates.find(
      (one) => one.indicator === 'enquete-onveilig' && one.area === 'GM0153',
    )?.estimate;
    // Of few answers: said of the figure itself, and in the column that the map draws.
    expect(await figureOf(db, 'enquete-onveilig', 'WK014100', '2024')).toMatchObject({
      note: { isIndicative: true },
    });
    const column = await listColumnFigures(db, everything, 'enquete-onveilig', 'district');
    expect(column.filter(({ reason }) => reason === 'indicative')).toMatchObject([{ status: 'final' }]);
    const figure = await figureOf(db, 'enquete-onveilig', 'GM0153', '2024');
    expect(figure).toMatchObject({ status: 'final', sample_size: estimate?.count });
    expect(figure?.value).toBeCloseTo(estimate?.value ?? 0, 5);
    expect(figure?.lower).toBeCloseTo(estimate?.lower ?? 0, 5);
    expect(figure?.upper).toBeCloseTo(estimate?.upper ?? 0, 5);
    const survey = await db
      .selectFrom('survey')
      .selectAll()
      .where('key', '=', questionnaireTemplate.key)
      .executeTakeFirst();
    expect(survey?.rounds).toMatchObject([
      {
        period: '2024',
        ageFrom: 18,
        mode: 'online',
        sampling: 'random',
        respondents: 330,
        questionnaire: '1',
        indicativeBelow: 100,
        remark: { nl: 'respons 33,3% van 990 aangeschreven mensen' },
      },
    ]);
    expect(await refusal(() => weighRound(db, null, 'veilig-2024'))).toBe('not-closed');
  });

  test('says from where on the next one does not compare, and hides what few answered', async () => {
    const db = getDatabase();
    await holdRound(db, {
      key: 'veilig-2025',
      period: '2025',
      version: 2,
      counts: [240, 30],
      removesSheets: true,
    });
    await close(db, 'veilig-2025');
    await weighRound(db, null, 'veilig-2025');
    expect(await readSheets(db, null, 'veilig-2025')).toEqual([]);
    const compared = await compareWithBefore(db, administrator, 'veilig-2025');
    expect(compared).toMatchObject({ round: 'veilig-2024', caveats: [] });
    const about = (indicator: string, area: string) =>
      compared?.differences.find((one) => one.indicator === indicator && one.area === area);
    expect(about('enquete-onveilig', 'GM0153')?.status).toBe('incomparable');
    expect(about('enquete-last-rommel', 'sample')).toMatchObject({
      status: 'compared',
      p: expect.any(Number),
    });
    // The other municipality would give what is hidden, and so would a difference of it.
    for (const area of ['WK014100', 'GM0153', 'WK015300'])
      expect(about('enquete-last-rommel', area)).toMatchObject({ status: 'absent', difference: null });
    expect(await compareWithBefore(db, nobody, 'veilig-2025')).toBeNull();
    expect(await compareWithBefore(db, administrator, 'veilig-2024')).toBeNull();
    await publishRound(db, 'veilig-2025', { by });
    const hidden = { value: null, lower: null, upper: null, sample_size: null, status: 'suppressed' };
    for (const area of ['GM0141', 'WK014100', 'GM0153', 'WK015300'])
      expect(await figureOf(db, 'enquete-onveilig', area, '2025')).toMatchObject(hidden);
    const noteOf = async (area: string) => (await figureOf(db, 'enquete-onveilig', area, '2025'))?.note;
    expect(await noteOf('WK014100')).toEqual({ suppressed: 'few-answers' });
    expect(await noteOf('GM0153')).toEqual({ suppressed: 'secondary' });
    expect(await figureOf(db, 'enquete-onveilig', 'sample', '2025')).toMatchObject({ status: 'final' });
    const catalog = await listIndicators(db, everything);
    const breaks = (key: string) =>
      catalog.find((one) => one.key === key)?.breaks.map(({ period }) => period);
    expect(breaks('enquete-onveilig')).toEqual(['2025']);
    expect(breaks('enquete-last-rommel')).toEqual([]);
    const survey = await db
      .selectFrom('survey')
      .selectAll()
      .where('key', '=', questionnaireTemplate.key)
      .executeTakeFirst();
    expect(survey?.rounds.map(({ period, questionnaire }) => [period, questionnaire])).toEqual([
      ['2024', '1'],
      ['2025', '2'],
    ]);
  });

  test('stays as long as a later one tells of it', async () => {
    const db = getDatabase();
    expect(await refusal(() => withdrawRound(db, 'veilig-2024', { by }))).toBe('published-later');
    await expect(withdrawRound(db, 'veilig-2024', { by })).rejects.toThrow('(Vragenlijst 2025)');
    expect(await stateOf(db, 'veilig-2024')).toBe('published');
    expect(await figureOf(db, 'enquete-onveilig', 'GM0153', '2024')).toMatchObject({ status: 'final' });
  });

  test('goes to the last bit when it is withdrawn', async () => {
    const db = getDatabase();
    await withdrawRound(db, 'veilig-2025', { by });
    expect(await stateOf(db, 'veilig-2025')).toBe('weighted');
    expect(await figureOf(db, 'enquete-onveilig', 'GM0153', '2025')).toBeUndefined();
    expect(await figureOf(db, 'enquete-onveilig', 'GM0153', '2024')).toMatchObject({ status: 'final' });
    await withdrawRound(db, 'veilig-2024', { by });
    expect(await checksumTables(db, ['release', 'releases'], publishedTables)).toEqual(before);
    expect((await listReleases(db, everything)).map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
      'published',
    ]);
    expect((await readResult(db, administrator, 'veilig-2024'))?.package).toBeNull();
    // What was taken back can be published again.
    expect((await publishRound(db, 'veilig-2024', { by })).state).toBe('published');
  });

  test('without an answer that counts is not weighted', async () => {
    const db = getDatabase();
    await holdRound(db, { key: 'leeg-2025', period: '2025', version: 1, counts: [0, 0] });
    await close(db, 'leeg-2025');
    expect(await refusal(() => weighRound(db, null, 'leeg-2025'))).toBe('no-answers');
    expect(await stateOf(db, 'leeg-2025')).toBe('closed');
  });
});
