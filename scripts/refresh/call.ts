import type { LiveCall } from '../../api/release/live.ts';
import { explainCall } from '../command.ts';
import { readCall as readImportCall } from '../import/call.ts';

/** What somebody asked `npm run refresh` for. */
export type RefreshCall =
  | { readonly command: 'list'; readonly json: boolean }
  | {
      readonly command: 'add';
      readonly cron: string;
      readonly words: readonly string[];
      readonly publish: boolean;
    }
  | { readonly command: 'remove' | 'run' | 'request'; readonly name: string }
  | { readonly command: 'work' };

export const usage = `Fetches sources again by a schedule, and keeps what came for a look.

  npm run refresh [-- --json]                        what is refreshed, when, and how that ended last
  npm run refresh -- add "<cron>" <source> [<dataset>] [--year 2024..2026] [--monthly] [--region …] [--publish]
  npm run refresh -- remove <name>
  npm run refresh -- run <name>                      now, once, in this process
  npm run refresh -- request <name>                  now, by the process that works
  npm run refresh -- work                            does what is due, until it is stopped

  <cron>     minute, hour, day of the month, month, day of the week by the clock of Amsterdam: "30 5 * * 1" is Mondays 5:30
  <source>   and what follows it as npm run import takes them; without --year all years, as there
  --publish  show each release to everyone when its checks find no error; without it a person publishes: npm run releases
  --json     for programs
  --help     this text

A refresh that fails is tried again, six times, a minute later and then about twice as late each time. One process works
at a time. The embedded database can be opened by one process only: there, stop the server for "work", or let cron call
"run" while it is stopped.`;

/** Reads the words of a call; a text says what is wrong with it and how to call, or is `usage` where that was asked. */
export function readCall(argv: readonly string[]): RefreshCall | string {
  const [command = 'list', ...rest] = argv.filter((word) => word !== '--json' && word !== '--publish');
  const has = (flag: string) => argv.includes(flag);
  if (has('--help')) return usage;
  const [first, ...others] = rest;
  if (command === 'list' && !rest.length && !has('--publish')) return { command, json: has('--json') };
  if (has('--json')) return explainCall('Only the list comes as --json.', usage);
  if (command === 'add') return readAdd(first, others, has('--publish'));
  if (has('--publish')) return explainCall('Only what is added can have --publish.', usage);
  if (
    (command === 'remove' || command === 'run' || command === 'request') &&
    first !== undefined &&
    !others.length
  )
    return { command, name: first };
  if (command === 'work' && !rest.length) return { command };
  return explainCall('Give a command, and what it needs.', usage);
}

function readAdd(cron: string | undefined, words: readonly string[], publish: boolean): RefreshCall | string {
  if (cron === undefined) return explainCall('Say when, and what.', usage);
  const call = readSource(words);
  return typeof call === 'string'
    ? explainCall(call.split('\n')[0] ?? call, usage)
    : { command: 'add', cron, words, publish };
}

/** The source that words name, as `npm run import` reads them; a text says what is wrong with them. */
export function readSource(words: readonly string[]): LiveCall | string {
  const call = readImportCall([...words]);
  if (typeof call === 'string') return call;
  if (!('live' in call)) return 'Only a source by name can be refreshed.';
  if (call.dryRun || call.stageOnly)
    return 'Leave out --dry-run and --stage: a refresh is staged unless --publish is given.';
  if (call.live.file !== null) return 'A file does not change by itself: leave out --file.';
  return call.live;
}

/** What a refresh of a source is called. */
export function nameRefresh({ source, dataset, monthly, region }: LiveCall): string {
  const parts = [source.key, dataset === source.key ? '' : dataset, monthly ? 'monthly' : '', region ?? ''];
  return parts
    .filter(Boolean)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-');
}
