import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import {
  lookAtRelease,
  publishRelease,
  readReport,
  requireRelease,
  withdrawRelease,
} from '../api/release/acts.ts';
import { hasErrors } from '../api/release/findings.ts';
import { formatDifference, formatReport } from '../api/release/report.ts';
import { messageOf } from '../geodata/problem.ts';
import { listReleases, type Release } from '../sql/catalog.ts';
import type { Database } from '../sql/database.ts';
import { listReleaseSteps, type ReleaseStep } from '../sql/publication.ts';
import { everything } from '../sql/reader.ts';
import { explainCall, formatTime, runCommand } from './command.ts';
import { type Outcome, runOnDatabase } from './on-database.ts';
import { showProgress } from './progress.ts';

const usage = `Lists what was imported, and publishes or takes back.

  npm run releases [-- --json]                       all releases, in order of time
  npm run releases -- show <id>                      what it read, wrote and what its checks found
  npm run releases -- diff <id>                      what publishing it would change, or changed
  npm run releases -- publish <id> [--despite-errors]
  npm run releases -- withdraw <id>                  everything becomes what it was before
  npm run releases -- audit [id]                     who did what, and when

  --json            for programs
  --despite-errors  publish what the checks found errors in
  --help            this text`;

interface Call {
  readonly command: string;
  readonly id: number | null;
  readonly json: boolean;
  readonly despiteErrors: boolean;
}

interface Answer extends Outcome {
  /** The same for programs. */
  readonly data: unknown;
}

const progress = showProgress(process.stderr);
const acting = { by: userInfo().username, onProgress: progress.show };

/** What is done with a release by its number. */
const commands: Readonly<Record<string, (db: Database, id: number, call: Call) => Promise<Answer>>> = {
  async show(db, id) {
    const release = await requireRelease(db, id);
    const acts = await listReleaseSteps(db, id);
    const report = readReport(release);
    const text = [formatRelease(release), ...acts.map(formatAct), '', formatReport(report)].join('\n');
    return { text, data: { ...describeRelease(release), report, acts } };
  },
  async diff(db, id) {
    const { difference } = await lookAtRelease(db, id, acting);
    return { text: formatDifference(difference).join('\n') || 'No difference.', data: difference };
  },
  async publish(db, id, { despiteErrors }) {
    const report = await publishRelease(db, id, { ...acting, despiteErrors });
    const isDone = despiteErrors || !hasErrors(report.findings);
    return { text: formatReport(report), data: report, isDone };
  },
  async withdraw(db, id) {
    const again = await withdrawRelease(db, id, acting);
    const rest = again.length ? ` Published again without it: ${again.join(', ')}.` : '';
    return { text: `Release ${id} is withdrawn.${rest}`, data: { withdrawn: id, publishedAgain: again } };
  },
};

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when it is done, 1 when it was refused or failed. */
function run(call: Call): Promise<number> {
  return runOnDatabase(async (db) => {
    const { text, data, isDone = true } = await answer(db, call);
    return { text: call.json ? JSON.stringify(data, null, 2) : text, isDone };
  }, progress);
}

async function answer(db: Database, call: Call): Promise<Answer> {
  const { command, id } = call;
  if (command === 'list') return listAll(db);
  if (command === 'audit') {
    const acts = await listReleaseSteps(db, id ?? undefined);
    return { text: acts.map(formatAct).join('\n') || 'Nothing was done yet.', data: { acts } };
  }
  const act = commands[command];
  if (!act || id === null) throw new Error(`${command} is no command`);
  return act(db, id, call);
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'despite-errors': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const [command = 'list', number, ...rest] = positionals;
    const id = number === undefined ? null : Number(number);
    const isKnown =
      command === 'list' ? id === null : command === 'audit' || (command in commands && id !== null);
    if (!isKnown || rest.length > 0 || (id !== null && !Number.isInteger(id)))
      return explainCall('Give a command and the number of a release.', usage);
    return { command, id, json: values.json, despiteErrors: values['despite-errors'] };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

async function listAll(db: Database): Promise<Answer> {
  const releases = (await listReleases(db, everything)).reverse();
  return {
    text: releases.map(formatRelease).join('\n') || 'Nothing was imported yet.',
    data: { releases: releases.map(describeRelease) },
  };
}

function describeRelease({ counts: _, id, package: source, ...release }: Release) {
  return { id, source, ...release };
}

function formatRelease({ id, state, createdAt, importedBy, package: name, title, files }: Release): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const size = files.length ? `, ${files.length} files of ${(bytes / 1e6).toFixed(1)} MB` : '';
  return `${String(id).padStart(4)}  ${state.padEnd(9)}  ${formatTime(createdAt)}  ${name}: ${title} (by ${importedBy}${size})`;
}

function formatAct({ at, release, act, fromState, toState, by, note }: ReleaseStep): string {
  const states = fromState === null ? toState : `${fromState} → ${toState}`;
  return `${formatTime(at)}  ${release}  ${act}  ${states}  by ${by}${note ? `: ${note}` : ''}`;
}
