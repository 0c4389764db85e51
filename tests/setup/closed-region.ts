import { brotliCompressSync, gzipSync } from 'node:zlib';
import { prepareReader } from '../../api/release/access.ts';
import { applyRules } from '../../api/release/visibility.ts';
import type { Dimension } from '../../geodata/dimension.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import type { Survey, SurveyRound } from '../../geodata/survey.ts';
import type { Target } from '../../geodata/target.ts';
import { themes } from '../../geodata/theme.ts';
import type { Visibility, VisibilityRule } from '../../geodata/visibility.ts';
import { writeFileText, writeQualityMark } from '../../sql/contributions/documents.ts';
import { writeFileRow } from '../../sql/contributions/files.ts';
import type { Database } from '../../sql/database.ts';
import * as publication from '../../sql/publication.ts';
import type { Reader } from '../../sql/reader.ts';
import { writeRule } from '../../sql/visibility-rules.ts';
import {
  publishLinks,
  publishPolicy,
  publishPresentation,
  publishSessions,
  wholePolicy,
} from './closed-policy.ts';
import { type NewContribution, writeContribution } from './contributions.ts';
import { figure, indicator, sources, target } from './figures.ts';
import { tileBytes, tilesetHash } from './publication.ts';
import { areas2021, areas2024, lineage, municipalities, versions } from './region.ts';

/** What the rules of the region close: one of each kind, and one for administrators alone. */
export const rules: readonly VisibilityRule[] = [
  { kind: 'indicator', subject: 'meldingen', level: null, visibility: 'partner' },
  { kind: 'indicator', subject: 'intern', level: null, visibility: 'administrator' },
  { kind: 'indicator', subject: 'misdrijven/zeden', level: null, visibility: 'police' },
  { kind: 'indicator', subject: 'tevredenheid', level: 'neighbourhood', visibility: 'partner' },
  { kind: 'municipality', subject: 'GM9002', level: 'neighbourhood', visibility: 'partner' },
  { kind: 'source', subject: 'vertrouwelijk', level: null, visibility: 'police' },
  { kind: 'release', subject: 'besloten', level: null, visibility: 'partner' },
];

interface ClosedFigure {
  readonly figure: Observation;
  readonly release: 'open' | 'besloten';
  /** To whom it must be shown, said by hand: what the product finds out by the rules is held against it. */
  readonly visibility: Visibility;
}

const codes = [...new Set([...areas2021, ...areas2024].map(({ code }) => code))].filter((code) =>
  code.startsWith('BU'),
);
const own = (year: number) => (year === 2021 ? areas2021 : areas2024).map(({ code }) => code);

/** To whom a neighbourhood is shown where nothing else closes it. */
const ofNeighbourhood = (code: string): Visibility => (code.startsWith('BU9002') ? 'partner' : 'public');
const sum = (parts: number, partsKnown: number) =>
  ({ origin: 'aggregated', note: { parts, partsKnown } }) as const;

function neighbourhoods(
  key: string,
  year: number,
  period: string,
  visibility: (code: string) => Visibility = ofNeighbourhood,
  rest: Partial<Observation> = {},
): ClosedFigure[] {
  return codes
    .filter((code) => own(year).includes(code))
    .map((code, place) => ({
      figure: figure(key, code, year, period, 10 * (place + 1) + key.length, rest),
      release: 'open',
      visibility: visibility(code),
    }));
}

function one(
  visibility: Visibility,
  made: Observation,
  release: ClosedFigure['release'] = 'open',
): ClosedFigure {
  return { figure: made, release, visibility };
}

const derived = { origin: 'derived', note: { denominatorPeriod: '2024' } } as const;

const figures: readonly ClosedFigure[] = [
  ...neighbourhoods('inwoners', 2021, '2021'),
  ...neighbourhoods('inwoners', 2024, '2024'),
  one('public', figure('inwoners', 'GM9001', 2024, '2024', 100, sum(3, 3))),
  // Of a municipality that closes its neighbourhoods the total is shown.
  one('public', figure('inwoners', 'GM9002', 2024, '2024', 200, sum(3, 3))),
  one('public', figure('inwoners', 'NL00', 2024, '2024', 17_900_000)),
  ...neighbourhoods('misdrijven', 2024, '2023'),
  ...neighbourhoods('misdrijven', 2024, '2024'),
  one('public', figure('misdrijven', 'GM9001', 2024, '2024', 90, sum(3, 3))),
  ...neighbourhoods('misdrijven/inbraak', 2024, '2024'),
  ...neighbourhoods('misdrijven/zeden', 2024, '2024', () => 'police'),
  one('police', figure('misdrijven/zeden', 'GM9001', 2024, '2024', 9, sum(3, 3))),
  // What a closed release gave, and what was computed of it; and what it computed of what is open.
  one('partner', figure('misdrijven', 'BU90010000', 2024, '2025', 99), 'besloten'),
  one('partner', figure('misdrijven', 'GM9001', 2024, '2025', 99, sum(3, 1)), 'besloten'),
  one('public', figure('misdrijven', 'proefstreek', 2024, '2024', 240, sum(6, 6)), 'besloten'),
  ...neighbourhoods('misdrijven-per-1000', 2024, '2024', ofNeighbourhood, derived),
  ...neighbourhoods('meldingen', 2024, '2024', () => 'partner'),
  one('partner', figure('meldingen', 'GM9001', 2024, '2024', 33, sum(3, 3))),
  ...neighbourhoods('meldingen-per-1000', 2024, '2024', () => 'partner', derived),
  // A rate that its source gives, of figures that are closed.
  one('public', figure('aangiften-per-1000', 'GM9001', 2024, '2024', 3.1)),
  one('public', figure('aangiften-per-1000', 'GM9002', 2024, '2024', 4.1)),
  ...neighbourhoods('intern', 2024, '2024', () => 'administrator'),
  one('public', figure('overlast', 'BU90010000', 2024, '2024', 5)),
  one('public', figure('overlast', 'BU90010001', 2024, '2024', 6)),
  one('police', figure('overlast', 'BU90020000', 2024, '2024', 7, { source: 'vertrouwelijk' })),
  one('public', figure('overlast', 'GM9001', 2024, '2024', 11, sum(2, 2))),
  one('police', figure('overlast', 'GM9002', 2024, '2024', 7, sum(1, 1))),
  one('police', figure('overlast', 'proefstreek', 2024, '2024', 18, sum(3, 3))),
  ...neighbourhoods('tevredenheid', 2024, '2024', () => 'partner'),
  ...neighbourhoods('tevredenheid', 2024, '2022', () => 'partner'),
  one('public', figure('tevredenheid', 'WK900100', 2024, '2024', 7.1)),
  // Made of one neighbourhood, it is that neighbourhood.
  one('partner', figure('tevredenheid', 'WK900101', 2024, '2024', 6.1, sum(1, 1))),
  one('public', figure('tevredenheid', 'WK900200', 2024, '2024', 6.3, sum(3, 3))),
];

const targets: readonly (Omit<ClosedFigure, 'figure'> & { readonly target: Target })[] = [
  { target: target('GM9001', 'misdrijven', '2026', 20, 'Plan'), release: 'open', visibility: 'public' },
  { target: target('GM9001', 'tevredenheid', '2026', 7.5, 'Plan'), release: 'open', visibility: 'public' },
  {
    target: target('GM9002', 'meldingen', '2026', 13, 'Besloten plan'),
    release: 'open',
    visibility: 'partner',
  },
  {
    target: target('GM9002', 'misdrijven', '2030', 99, 'Plan van partners'),
    release: 'besloten',
    visibility: 'partner',
  },
];

const practice = {
  direction: 'high',
  doneBy: 'Politie',
  part: 'uitvoerder',
  beganOn: '2023-01-01',
  endedOn: '2025-06-30',
  cost: 'twee dagdelen in de week',
  links: [{ title: 'Draaiboek', url: 'https://example.nl/draaiboek' }],
} as const;

/** What is written, for whom, and who may see the figure that it is about. */
const contributions: readonly (NewContribution & { readonly figure: Visibility })[] = [
  { title: 'Voor allen', area: 'BU90010000', indicator: 'misdrijven', period: '2024', figure: 'public' },
  { title: 'Over het gebied', area: 'WK900200', figure: 'public' },
  { title: 'Voor partners', area: 'BU90010000', visibility: 'partner', figure: 'public' },
  {
    title: 'Voor de politie',
    municipality: 'GM9002',
    visibility: 'police',
    period: '2024',
    figure: 'public',
  },
  {
    title: 'Voor beheerders',
    municipality: 'GM9001',
    visibility: 'administrator',
    period: '2024',
    figure: 'public',
  },
  {
    title: 'Bij een besloten buurt',
    area: 'BU90020000',
    indicator: 'misdrijven',
    period: '2024',
    figure: 'partner',
  },
  { title: 'Over een besloten onderwerp', indicator: 'meldingen', figure: 'partner' },
  { title: 'Over een besloten soort', area: 'GM9001', indicator: 'misdrijven/zeden', figure: 'police' },
  { title: 'Over wat beheerders zien', indicator: 'intern', figure: 'administrator' },
  {
    title: 'Bij een besloten jaar',
    area: 'BU90010000',
    indicator: 'misdrijven',
    period: '2025',
    figure: 'partner',
  },
  { title: 'Nieuws voor allen', kind: 'news', municipality: 'GM9002', isPinned: true, figure: 'public' },
  { title: 'Nieuws voor partners', kind: 'news', visibility: 'partner', figure: 'public' },
  {
    title: 'Praktijk voor allen',
    kind: 'practice',
    area: 'BU90010000',
    indicator: 'misdrijven',
    practice,
    figure: 'public',
  },
  {
    title: 'Praktijk in een besloten buurt',
    kind: 'practice',
    area: 'BU90020000',
    indicator: 'misdrijven',
    practice,
    figure: 'partner',
  },
  {
    title: 'Besloten navolging',
    kind: 'adoption',
    area: 'BU90020000',
    indicator: 'misdrijven',
    adoption: { practice: 13, beganOn: '2024-06-01', endedOn: null },
    figure: 'partner',
  },
  {
    title: 'Navolging van wat besloten is',
    kind: 'adoption',
    area: 'WK900200',
    adoption: { practice: 14, beganOn: '2024-07-01', endedOn: null },
    figure: 'public',
  },
  {
    title: 'Plan voor allen',
    kind: 'document',
    municipality: 'GM9001',
    document: { kind: 'safety-plan', firstYear: 2023, lastYear: 2026 },
    files: [{ sha256: 'd'.repeat(64), name: 'plan.pdf', alternative: 'Plan' }],
    figure: 'public',
  },
  {
    title: 'Wijkscan voor de politie',
    kind: 'document',
    area: 'BU90020000',
    visibility: 'police',
    document: { kind: 'district-scan', firstYear: 2025, lastYear: 2025 },
    files: [{ sha256: 'e'.repeat(64), name: 'scan.pdf', alternative: 'Wijkscan' }],
    figure: 'public',
  },
].map((one, index) => ({
  ...one,
  id: index + 1,
  municipality:
    one.municipality ?? /^(?:BU|WK|GM)(\d{4})/.exec(one.area ?? '')?.[1]?.replace(/^/, 'GM') ?? null,
  body: `Wat er **besloten** werd in ${one.title}`,
})) as (NewContribution & { readonly figure: Visibility })[];

const kinds: Dimension = {
  key: 'soort',
  name: { nl: 'Soort', en: 'Kind' },
  total: '0',
  categories: ['inbraak', 'zeden'].map((key) => ({ key, parent: null, name: { nl: key, en: key } })),
};

const survey: Survey = {
  key: 'peiling',
  name: { nl: 'Peiling', en: 'Survey' },
  rounds: ['2022', '2024'].map(round),
};

function round(period: string): SurveyRound {
  const unknown = { ageFrom: null, mode: null, sampling: null, questionnaire: null, followsFormat: null };
  return { period, municipality: null, respondents: 100, remark: null, ...unknown };
}

const ofInhabitants = (numerator: string) =>
  ({
    kind: 'rate',
    aggregate: 'derived',
    derive: { numerator, denominator: 'inwoners', factor: 1000 },
  }) as const satisfies Partial<Indicator>;

const indicators: readonly Indicator[] = [
  indicator('inwoners', 'Inwoners', 'Inhabitants', { theme: 'achtergrond.bevolking' }),
  indicator('meldingen', 'Besloten meldingen', 'Closed reports', { theme: 'jeugd.overlast' }),
  indicator('misdrijven', 'Misdrijven', 'Crimes', {
    dimension: 'soort',
    breaks: [
      {
        period: '2024',
        reason: { nl: 'anders geteld', en: 'counted otherwise' },
        categories: ['0', 'zeden'],
      },
    ],
  }),
  indicator('misdrijven-per-1000', 'Misdrijven per 1.000', 'Crimes per 1,000', ofInhabitants('misdrijven')),
  indicator('meldingen-per-1000', 'Meldingen per 1.000', 'Reports per 1,000', ofInhabitants('meldingen')),
  indicator('aangiften-per-1000', 'Aangiften per 1.000', 'Complaints per 1,000', ofInhabitants('meldingen')),
  indicator('intern', 'Intern', 'Internal', { theme: 'jeugd.groepen' }),
  indicator('overlast', 'Overlast', 'Nuisance'),
  indicator('tevredenheid', 'Tevredenheid', 'Satisfaction', {
    kind: 'score',
    decimals: 1,
    aggregate: { weightedBy: 'inwoners' },
    survey: 'peiling',
    theme: 'leefomgeving.subjectief',
  }),
];

function isShown(
  { rights, municipalities: ofReader }: Reader,
  visibility: Visibility,
  area: string,
): boolean {
  if (rights.includes(visibility)) return true;
  const municipality = /^(BU|WK|GM)(\d{4})/.exec(area)?.[2];
  return visibility !== 'administrator' && ofReader.some((code) => code === `GM${municipality}`);
}

/** Publishes the region with all that is closed, and the rules that close it. */
export async function publishClosedRegion(db: Database, readers: readonly Reader[]): Promise<void> {
  await publish(db, { figures, targets, indicators, dimension: kinds, survey, hasPeople: () => true });
  await db.transaction().execute(async (transaction) => {
    for (const { visibility, ...subject } of rules) await writeRule(transaction, subject, visibility);
    await applyRules(transaction, { whole: true });
  });
  for (const reader of readers) await prepareReader(db, reader, { by: 'tests' });
  await publishPolicy(db, wholePolicy);
  await publishLinks(db);
  await publishPresentation(db);
  await publishSessions(db);
  for (const { figure: _, ...one } of contributions) await writeWithFiles(db, one);
  await writeContribution(db, { id: 99, title: 'Wat nog besloten is', area: 'BU90010000' }, true);
}

/** Writes a contribution, with the text of its files and what was found of a district scan; gives its number. */
async function writeWithFiles(db: Database, one: NewContribution): Promise<number> {
  for (const { sha256 } of one.files ?? []) {
    await writeFileRow(db, { sha256, type: 'application/pdf', bytes: 64, width: null, height: null });
    await writeFileText(db, sha256, { text: `Een stukwoord in ${one.title}`, extent: 'whole' });
  }
  const contribution = await writeContribution(db, one);
  const [file] = one.files ?? [];
  if (file && one.document?.kind === 'district-scan')
    await writeQualityMark(
      db,
      { contribution, sha256: file.sha256, by: null },
      { isComplete: true, namesSources: false, isRecent: true, checkedBy: 'Politie' },
    );
  return contribution;
}

/** Publishes what a reader may see of the region and nothing else, open to everybody. */
export async function publishTwin(db: Database, reader: Reader): Promise<void> {
  const seen = figures.filter(({ figure: { area }, visibility }) => isShown(reader, visibility, area));
  const addresses = new Set(seen.map(({ figure: { indicator: address } }) => address));
  const keys = new Set([...addresses].map((address) => address.split('/')[0] ?? ''));
  const isAll = reader.rights.includes('administrator');
  const shown = targets.filter(
    ({ target: { municipality, indicator: key }, visibility }) =>
      isShown(reader, visibility, municipality) && addresses.has(key),
  );
  const categories = kinds.categories.filter(({ key }) => addresses.has(`misdrijven/${key}`));
  const periods = new Set(
    seen.flatMap(({ figure: own }) => (own.indicator === 'tevredenheid' ? own.period : [])),
  );
  await publish(db, {
    figures: seen,
    targets: shown,
    indicators: indicators
      .filter(({ key }) => keys.has(key))
      .map((one) => keepDefinition(one, keys, addresses)),
    dimension: { ...kinds, categories },
    survey: { ...survey, rounds: survey.rounds.filter(({ period }) => periods.has(period)) },
    hasPeople: (code) => isShown(reader, code?.includes('9002') ? 'partner' : 'public', code ?? ''),
  });
  await db.transaction().execute(async (transaction) => {
    await applyRules(transaction, { whole: true });
    if (isAll)
      await transaction
        .insertInto('visibility_rule')
        .values([...rules])
        .execute();
  });
  await publishPolicy(db, {
    isShown: (visibility, municipality) =>
      municipality === null ? reader.rights.includes(visibility) : isShown(reader, visibility, municipality),
    isKnown: (address) => addresses.has(address),
    hasNames: reader.rights.includes('partner'),
  });
  await publishLinks(db);
  await publishPresentation(db);
  await publishSessions(db);
  const written = new Set<number>();
  for (const { figure: about, ...one } of contributions) {
    const isFor = isShown(reader, one.visibility ?? 'public', one.municipality ?? '');
    // Of an indicator without an area it is the figure of any area that is seen.
    const sees =
      isShown(reader, about, one.area ?? '') || (one.indicator && addresses.has(one.indicator) && !one.area);
    if (!isFor || !sees || (one.adoption && !written.has(one.adoption.practice))) continue;
    written.add(await writeWithFiles(db, one));
  }
}

function keepDefinition(
  one: Indicator,
  keys: ReadonlySet<string>,
  addresses: ReadonlySet<string>,
): Indicator {
  const breaks = one.breaks.map((own) => ({
    ...own,
    categories: (own.categories ?? []).filter((key) => key === '0' || addresses.has(`misdrijven/${key}`)),
  }));
  const isDerived = one.derive === null || keys.has(one.derive.numerator);
  return { ...one, breaks, ...(!isDerived && { derive: null, aggregate: 'none' }) };
}

interface Contents {
  readonly figures: readonly ClosedFigure[];
  readonly targets: typeof targets;
  readonly indicators: readonly Indicator[];
  readonly dimension: Dimension;
  readonly survey: Survey;
  /** Whether the share of people that went from an area is known. */
  hasPeople(code: string | null): boolean;
}

async function publish(db: Database, contents: Contents): Promise<void> {
  const { hasPeople, dimension, survey: held } = contents;
  await db.transaction().execute(async (transaction) => {
    await publication.lockPublication(transaction);
    await publication.upsertSources(transaction, sources);
    await publication.upsertThemes(transaction, themes);
    await publication.upsertDimensions(transaction, [dimension]);
    await publication.upsertSurveys(transaction, [held]);
    await publication.upsertIndicators(transaction, contents.indicators);
    await publication.upsertItems(transaction);
    await publishAreas(transaction, await insertRelease(transaction, 'grenzen', true), hasPeople);
    for (const name of ['open', 'besloten'] as const) {
      const isOf = ({ release }: { readonly release: string }) => release === name;
      const given = countGiven({ figures, targets }, name);
      const kept = countGiven(contents, name);
      const rows = contents.figures.filter(isOf).map(({ figure: own }) => own);
      const aims = contents.targets.filter(isOf).map(({ target: own }) => own);
      const release = await insertRelease(transaction, kept > 0 ? name : 'grenzen', kept === given);
      await publication.upsertObservations(transaction, release, rows);
      await publication.replaceTargets(transaction, release, aims);
    }
  });
}

/** What was computed bears the number of a release that says nothing of whose figures it is made of. */
function countGiven(contents: Pick<Contents, 'figures' | 'targets'>, name: string): number {
  const rows = contents.figures.filter(
    ({ release, figure: own }) => release === name && own.origin === 'published',
  );
  return rows.length + contents.targets.filter(({ release }) => release === name).length;
}

const published = new Date('2026-11-01T12:00:00Z');

/** The twin of a release that is shown in part has no files to tell of; one of which nothing is shown is not there. */
async function insertRelease(db: Database, name: string, isWhole: boolean): Promise<number> {
  const held = await db.selectFrom('release').select('id').where('package', '=', name).executeTakeFirst();
  if (held) return held.id;
  const id = await publication.insertRelease(db, {
    package: name,
    title: `Levering ${name}`,
    demonstration: false,
    files: isWhole ? [{ path: `${name}.csv`, bytes: 2, sha256: '0'.repeat(64) }] : [],
    counts: {},
    importedBy: 'tests',
  });
  await db
    .updateTable('release')
    .set({ created_at: published, published_at: published })
    .where('id', '=', id)
    .execute();
  return id;
}

async function publishAreas(db: Database, release: number, hasPeople: Contents['hasPeople']): Promise<void> {
  await publication.replaceRegion(db, {
    key: 'proefstreek',
    name: { nl: 'Proefstreek', en: 'Test region' },
    municipalities,
    demonstration: false,
  });
  await publication.replaceBoundaryYear(db, { year: 2021, source: 'grenzen', release }, areas2021);
  await publication.replaceBoundaryYear(db, { year: 2024, source: 'grenzen', release }, areas2024);
  await publication.replaceVersions(db, versions);
  await publication.replaceLineage(
    db,
    lineage.map((row) => ({ ...row, populationShare: hasPeople(row.fromCode) ? row.areaShare : null })),
  );
  const bytes = { brotli: brotliCompressSync(tileBytes), gzip: gzipSync(tileBytes) };
  const tilejson = {
    tilejson: '3.0.0',
    minzoom: 6,
    maxzoom: 13,
    bounds: [6, 52, 6.6, 52.2],
    vector_layers: [],
  };
  for (const year of [2021, 2024])
    await publication.replaceTileset(db, year, {
      hash: tilesetHash,
      tilejson,
      tiles: [{ z: 6, x: 33, y: 21, ...bytes }],
    });
}
