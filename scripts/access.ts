import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { changeRule, changeSite } from '../api/release/access.ts';
import { isMapLevel, type MapLevel, mapLevels } from '../geodata/level.ts';
import { messageOf } from '../geodata/problem.ts';
import {
  municipalLevels,
  type RuleKind,
  ruleKinds,
  type Visibility,
  type VisibilityRule,
  visibilities,
} from '../geodata/visibility.ts';
import type { Database } from '../sql/database.ts';
import { everything } from '../sql/reader.ts';
import { isSiteClosed, listRules } from '../sql/visibility-rules.ts';
import { explainCall, runCommand } from './command.ts';
import { runOnDatabase } from './on-database.ts';
import { showProgress } from './progress.ts';

const usage = `Shows and sets who may see what.

  npm run access -- show [--json]                    whether the site is closed, and all rules
  npm run access -- close                            closes the whole site to who has not signed in
  npm run access -- open
  npm run access -- set <kind> <subject> <who> [--level <level>]

  <kind>     ${ruleKinds.join(', ')}
  <subject>  key of a source, address of an indicator or item, package of a release, code of a municipality
  <who>      ${visibilities.join(', ')}; public takes the rule away
  <level>    ${mapLevels.join(', ')}: this level and every smaller one; all where nothing is said.
             A municipality decides on ${municipalLevels.join(' or ')}
  --json     for programs
  --help     this text`;

type Call =
  | { readonly command: 'show'; readonly json: boolean }
  | { readonly command: 'close' | 'open' }
  | ({ readonly command: 'set'; readonly visibility: Visibility } & Omit<VisibilityRule, 'visibility'>);

const progress = showProgress(process.stderr);

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when it is done, 1 when it failed. */
function run(call: Call): Promise<number> {
  return runOnDatabase(async (db) => ({ text: await perform(db, call) }), progress);
}

async function perform(db: Database, call: Call): Promise<string> {
  if (call.command === 'show') return show(db, call.json);
  if (call.command !== 'set') {
    await changeSite(db, 'command', call.command === 'close');
    return call.command === 'close'
      ? 'The site is closed to everybody who has not signed in.'
      : 'The site is open.';
  }
  const { kind, subject, level, visibility } = call;
  await changeRule(
    db,
    { by: userInfo().username, actor: 'command', onProgress: progress.show },
    { kind, subject, level },
    visibility,
  );
  return visibility === 'public'
    ? 'The rule is taken away.'
    : formatRule({ kind, subject, level, visibility });
}

async function show(db: Database, json: boolean): Promise<string> {
  const [isClosed, rules] = [await isSiteClosed(db), await listRules(db, everything)];
  if (json) return JSON.stringify({ isClosed, rules }, null, 2);
  const lines = rules.map(formatRule);
  const site = isClosed ? 'The site is closed to everybody who has not signed in.' : 'The site is open.';
  return [site, ...(lines.length > 0 ? lines : ['There are no rules: everybody sees everything.'])].join(
    '\n',
  );
}

function formatRule({ kind, subject, level, visibility }: VisibilityRule): string {
  const reach = level === null ? 'all levels' : `${level} and smaller`;
  return `${kind} ${subject}, ${reach}: ${visibility}`;
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        level: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const [command, ...words] = positionals;
    if (command === 'set') return readRule(words, values.level);
    if (words.length > 0 || values.level !== undefined) return explainCall('Give one command.', usage);
    if (command === 'show') return { command, json: values.json };
    return command === 'close' || command === 'open' ? { command } : explainCall('Give a command.', usage);
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

function readRule(
  [kind, subject, who, ...rest]: readonly string[],
  wanted: string | undefined,
): Call | string {
  if (!isRuleKind(kind)) return explainCall(`Give the kind: one of ${ruleKinds.join(', ')}.`, usage);
  if (!subject || rest.length > 0)
    return explainCall('Give what the rule is about, and then who may see it.', usage);
  const visibility = visibilities.find((one) => one === who);
  if (!visibility) return explainCall(`Give who may see it: one of ${visibilities.join(', ')}.`, usage);
  const level = wanted ?? null;
  if (level !== null && !isMapLevel(level))
    return explainCall(`--level is one of ${mapLevels.join(', ')}.`, usage);
  if (kind === 'municipality' && !isMunicipal(level))
    return explainCall(
      `A municipality decides on one level: add --level ${municipalLevels.join(' or --level ')}.`,
      usage,
    );
  return { command: 'set', kind, subject, level, visibility };
}

function isRuleKind(text: string | undefined): text is RuleKind {
  return ruleKinds.some((kind) => kind === text);
}

function isMunicipal(level: MapLevel | null): boolean {
  return municipalLevels.some((own) => own === level);
}
