import { sql } from 'kysely';
import { measureRoom } from '../../geodata/questionnaire/room.ts';
import type { Database } from '../../sql/database.ts';
import { saveDraft, sendDraft } from '../../sql/questionnaires/drafts.ts';
import { makeCodes } from '../../sql/questionnaires/invitations.ts';
import { laySheets, openAnswering } from '../../sql/questionnaires/laying.ts';
import { hashCode, openBytes } from '../../sql/questionnaires/sealing.ts';
import { answeredSheet, testSurveyKey as key, planRound, testQuestionnaire } from './survey.ts';

/** A row as whoever has the database sees it. */
export interface SeenRow {
  /** Hash of the code, or name of the sheet. */
  readonly name: string;
  /** Which transaction wrote it, and by which of its commands. */
  readonly age: number;
  readonly command: number;
  /** Where it lies. */
  readonly page: number;
  readonly place: number;
  readonly bytes: Buffer;
}

/** All that somebody saw who read the whole database after every single act, and who knows whose hash is whose. */
export interface Observation {
  /** Hashes of codes in the order in which sheets were sent. */
  readonly sent: readonly string[];
  /** The last bytes of each before it was laid among others. */
  readonly waiting: ReadonlyMap<string, SeenRow>;
  /** Hashes by the laying in which they went. */
  readonly batches: readonly (readonly string[])[];
  readonly invitations: readonly SeenRow[];
  readonly sheets: readonly SeenRow[];
  /** Names of sheets that lay there earlier. */
  readonly earlier: ReadonlySet<string>;
  /** Which sheet is whose in truth. */
  readonly truth: ReadonlyMap<string, string>;
}

/** Lets `count` people answer in an order that is drawn, and gives what the database showed meanwhile. */
export async function observeRound(db: Database, name: string, count: number): Promise<Observation> {
  const round = await planRound(db, { key: name, strata: ['WK900101'] });
  const room = measureRoom(testQuestionnaire);
  const codes = await makeCodes(db, key, round, 'WK900101', count);
  await openAnswering(db, key, round);
  codes.sort(() => Math.random() - 0.5);
  const [sent, batches] = [[] as string[], [] as string[][]];
  const waiting = new Map<string, SeenRow>();
  const earlier = new Set<string>();
  const laid = async (isLast: boolean) => {
    for (const { name: sheet } of await seeSheets(db, round)) earlier.add(sheet);
    const before = await seeDrafts(db, round);
    if ((await laySheets(db, key, round, { isLast })) > 0) batches.push(before.map((row) => row.name));
  };
  for (const code of codes) {
    const holder = { round, code };
    const text = `antwoord van ${hashCode(key, code)}`;
    const answers = { onveilig: ['02'], beter: [text] };
    await saveDraft(db, key, holder, room, () => ({ language: 'nl', person: null, answers, seen: [] }));
    await sendDraft(db, key, holder, room, () => ({
      day: '2026-09-01',
      sheet: answeredSheet('WK900101', text),
    }));
    sent.push(hashCode(key, code));
    for (const row of await seeDrafts(db, round)) waiting.set(row.name, row);
    await laid(false);
  }
  await laid(true);
  const sheets = await seeSheets(db, round);
  const invitations = await see(
    db,
    sql`select code_hash as name, ${system}, ''::bytea as bytes from survey_invitation where round = ${round}`,
  );
  const truth = new Map(
    sheets.map(({ name: sheet, bytes }) => {
      const { answers } = JSON.parse(openBytes(key, 'sheet', round, bytes).toString());
      return [answers.beter[0].replace('antwoord van ', ''), sheet] as const;
    }),
  );
  return { sent, waiting, batches, invitations, sheets, earlier, truth };
}

const system = sql.raw(
  'xmin::text::bigint as age, cmin::text::bigint as command, (ctid::text::point)[0]::integer as page, (ctid::text::point)[1]::integer as place',
);

async function see(db: Database, query: ReturnType<typeof sql>): Promise<SeenRow[]> {
  return (await query.execute(db)).rows as SeenRow[];
}

function seeSheets(db: Database, round: string): Promise<SeenRow[]> {
  return see(
    db,
    sql`select id::text as name, ${system}, sheet as bytes from survey_sheet where round = ${round}`,
  );
}

function seeDrafts(db: Database, round: string): Promise<SeenRow[]> {
  return see(
    db,
    sql`select holder as name, ${system}, sealed as bytes from survey_draft where round = ${round} and is_sent`,
  );
}

/** One sheet for each code, as somebody guesses. */
type Guess = readonly (readonly [code: string, sheet: string])[];

const byPlace = (a: SeenRow, b: SeenRow) => a.page - b.page || a.place - b.place;
const byAge = (a: SeenRow, b: SeenRow) => a.age - b.age || a.command - b.command || byPlace(a, b);
const byName = (a: SeenRow, b: SeenRow) => (a.name < b.name ? -1 : 1);

function pair(codes: readonly string[], sheets: readonly SeenRow[]): Guess {
  return codes.map((code, place) => [code, sheets[place]?.name ?? ''] as const);
}

/** Ways to guess whose sheet is whose, by name. */
export const attempts: Readonly<Record<string, (seen: Observation) => Guess>> = {
  'order of sending by place': ({ sent, sheets }) => pair(sent, [...sheets].sort(byPlace)),
  'order of sending by age': ({ sent, sheets }) => pair(sent, [...sheets].sort(byAge)),
  'order of sending by name': ({ sent, sheets }) => pair(sent, [...sheets].sort(byName)),
  'order of sending backwards': ({ sent, sheets }) => pair(sent, [...sheets].sort(byPlace).reverse()),
  'layings by place': ({ batches, sheets }) => pair(batches.flat(), [...sheets].sort(byPlace)),
  'layings by age': ({ batches, sheets }) => pair(batches.flat(), [...sheets].sort(byAge)),
  'place of the codes': ({ invitations, sheets }) =>
    pair(
      [...invitations].sort(byPlace).map(({ name }) => name),
      [...sheets].sort(byPlace),
    ),
  'age of the codes': ({ invitations, sheets }) =>
    pair(
      [...invitations].sort(byAge).map(({ name }) => name),
      [...sheets].sort(byAge),
    ),
  'hashes by place': ({ sent, sheets }) => pair([...sent].sort(), [...sheets].sort(byPlace)),
  'likeness of the bytes': ({ sent, waiting, sheets }) =>
    sent.map((code) => [code, findLikest(waiting.get(code)?.bytes, sheets)] as const),
};

/** Name of the sheet whose bytes have most in common with these, place by place. */
function findLikest(bytes: Buffer | undefined, sheets: readonly SeenRow[]): string {
  const likeness = (other: Buffer) =>
    other.reduce((sum, byte, place) => sum + (byte === bytes?.[place] ? 1 : 0), 0);
  const scored = sheets.map((sheet) => ({ name: sheet.name, score: likeness(sheet.bytes) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.name ?? '';
}

export function countRight(guess: Guess, { truth }: Observation): number {
  return guess.filter(([code, sheet]) => truth.get(code) === sheet).length;
}

/** The chance of at least so many successes where `mean` are expected (Poisson). */
export function chanceOf(count: number, mean: number): number {
  let [term, below] = [Math.exp(-mean), 0];
  for (let step = 0; step < count; step += 1) {
    below += term;
    term *= mean / (step + 1);
  }
  return Math.max(0, 1 - below);
}
