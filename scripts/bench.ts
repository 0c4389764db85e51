import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { findBrowser } from './bench/browser-program.ts';
import { undoAll, undoOnSignals } from './bench/cleanup.ts';
import { writePage } from './bench/page.ts';
import { createRegions, type Regions, regionKeys } from './bench/region.ts';
import { rows } from './bench/rows.ts';
import { formatTable, type Measured } from './bench/table.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Measures the product against its peers and prints a table of ratios.

  npm run bench -- [--json] [--only 5,7] [--region real] [--write] [--keep <folder>]

  --json    print the results as JSON and nothing else
  --only    measure only these rows
  --region  measure only in these of ${regionKeys.join(', ')}
  --write   put the results, with the machine and the date, into docs/performance.md
  --keep    keep the prepared regions in a folder, and use those that are there
  --help    this text

The real region is the data package in ../shared/data, or the folder that REAL_DATA names.`;

interface Call {
  readonly json: boolean;
  readonly write: boolean;
  readonly only: ReadonlySet<number> | null;
  readonly regions: ReadonlySet<string> | null;
  readonly keep: string | null;
}

undoOnSignals();
process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 when every row was measured, 1 when one failed. */
async function run(call: Call): Promise<number> {
  const realFolder = resolve(process.env.REAL_DATA || '../shared/data');
  const regions = createRegions({ realFolder, keep: call.keep, only: call.regions }, tell);
  if ((call.regions?.has('real') ?? true) && !regions.keys.includes('real'))
    tell(`no real data in ${realFolder}: left out`);
  try {
    const { all, failed } = await measureRows(regions, call.only);
    console.log(call.json ? formatJson(all) : formatTable(all));
    if (call.write) await writePage(all, findBrowser());
    return failed ? 1 : 0;
  } finally {
    await undoAll();
  }
}

async function measureRows(
  regions: Regions,
  only: ReadonlySet<number> | null,
): Promise<{ all: Measured[]; failed: boolean }> {
  const all: Measured[] = [];
  let failed = false;
  for (const row of rows) {
    if (only && !only.has(row.id)) continue;
    tell(`${row.id}. ${row.title}`);
    try {
      const results = await row.measure(regions, tell);
      all.push(...results.map((result) => ({ row, result })));
    } catch (error) {
      failed = true;
      tell(`${row.id}. could not be measured: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return { all, failed };
}

function tell(step: string): void {
  process.stderr.write(`${step}\n`);
}

function formatJson(all: readonly Measured[]): string {
  const results = all.map(({ result: { id, name, ratio, goal, unit, runs } }) => ({
    id,
    name,
    ratio,
    goal,
    unit,
    runs,
  }));
  return JSON.stringify(results);
}

function readCall(argv: string[]): Call | string {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        only: { type: 'string' },
        region: { type: 'string' },
        keep: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const only = values.only === undefined ? null : new Set(values.only.split(',').map(Number));
    const unknown = [...(only ?? [])].filter((id) => !rows.some((row) => row.id === id));
    if (unknown.length > 0) return explainCall(`There is no row ${unknown.join()}.`, usage);
    const named = values.region === undefined ? null : new Set(values.region.split(','));
    const nowhere = [...(named ?? [])].filter((name) => !regionKeys.some((key) => key === name));
    if (nowhere.length > 0) return explainCall(`There is no region ${nowhere.join()}.`, usage);
    return {
      json: values.json,
      write: values.write,
      only,
      regions: named,
      keep: values.keep === undefined ? null : resolve(values.keep),
    };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
