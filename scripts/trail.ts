import { parseArgs } from 'node:util';
import { daySchema } from '../api/schemas/written.ts';
import { messageOf } from '../geodata/problem.ts';
import type { Database } from '../sql/database.ts';
import {
  listTrail,
  type TrailEntry,
  type TrailFilter,
  type TrailMark,
  trailActs,
  verifyTrail,
} from '../sql/trail.ts';
import { explainCall, runCommand } from './command.ts';
import { type Outcome, runOnDatabase } from './on-database.ts';

const usage = `What was done by whom: an entry an act, each chained to the one before it.

  npm run trail -- verify [--expect NUMBER:HASH]   whether nothing was changed or taken away
  npm run trail -- list [--act ACT] [--person ID] [--from DATE] [--until DATE] [--limit COUNT]

  --expect  an entry that verify named before and that was kept elsewhere: it must still be the same
  --from    the first day in the Netherlands, such as 2026-11-01; --until: the last one, itself included
  --limit   how many, the newest first; 50 where it is not given
  --json    for programs
  --help    this text

  Acts: ${trailActs.join(', ')}`;

type Call = { readonly json: boolean } & (
  | { readonly command: 'verify'; readonly expected?: TrailMark | undefined }
  | { readonly command: 'list'; readonly filter: TrailFilter }
);

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 1 where the chain is broken. */
function run(call: Call): Promise<number> {
  return runOnDatabase((db) =>
    call.command === 'list' ? list(db, call.filter, call.json) : verify(db, call.expected, call.json),
  );
}

async function list(db: Database, filter: TrailFilter, json: boolean): Promise<Outcome> {
  const entries = await listTrail(db, filter);
  const text = entries.map(formatEntry).join('\n') || 'Nothing that fits was written down.';
  return { text: json ? JSON.stringify({ entries }, null, 2) : text };
}

async function verify(db: Database, expected: TrailMark | undefined, json: boolean): Promise<Outcome> {
  const found = await verifyTrail(db, expected);
  const { entries, last, fault } = found;
  const text =
    fault === null
      ? `The trail holds: ${entries} entries.\nKeep this elsewhere, to verify with it later: ${last.number}:${last.hash}`
      : `The trail is broken: ${fault}. ${entries} entries before it hold. Compare with a backup of the database.`;
  return { text: json ? JSON.stringify(found, null, 2) : text, isDone: fault === null };
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        expect: { type: 'string' },
        act: { type: 'string' },
        person: { type: 'string' },
        from: { type: 'string' },
        until: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const [command, ...rest] = positionals;
    if (rest.length > 0 || (command !== 'verify' && command !== 'list'))
      return explainCall('Say verify or list.', usage);
    const { json } = values;
    if (command === 'verify') return { command, json, expected: readMark(values.expect) };
    const act = trailActs.find((known) => known === values.act);
    if (values.act !== undefined && !act) throw new Error(`--act ${values.act} is no act`);
    const limit = Number(values.limit ?? 50);
    if (!Number.isInteger(limit) || limit < 1) throw new Error(`--limit ${values.limit} is no count`);
    const { person } = values;
    const [from, until] = [readDay('--from', values.from), readDay('--until', values.until)];
    return { command, json, filter: { act, person, from, until, limit } };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

function readMark(text: string | undefined): TrailMark | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (!found) throw new Error(`--expect ${text} is not a number and a hash, as verify writes them`);
  return { number: Number(found[1]), hash: found[2] ?? '' };
}

function readDay(option: string, text: string | undefined): string | undefined {
  if (text === undefined || daySchema.safeParse(text).success) return text;
  throw new Error(`${option} ${text} is no day from the year 1 on, such as 2026-11-01`);
}

function formatEntry({ number, at, act, actor, name, subject, subjectName, detail }: TrailEntry): string {
  const who = name ? `${name} (${actor})` : actor;
  const what = [subjectName ? `${subjectName} (${subject})` : subject, detail].filter(Boolean).join('  ');
  return `${String(number).padStart(6)}  ${at.toISOString().slice(0, 19).replace('T', ' ')}  ${act}  by ${who}${what ? `  ${what}` : ''}`;
}
