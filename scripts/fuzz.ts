/**
 * `npm run fuzz`: the tests that send malformed requests, read malformed files and open malformed links, with other numbers
 * and as many of them as wanted. Each says what it drew, what came of it and what took longest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Sends malformed requests to every route as every role, reads malformed files with every reader, opens malformed links.

  npm run fuzz [-- --seed N] [--requests N] [--files N] [--links N]

  --seed      draws others; without it a number by chance, which is printed
  --requests  so many on each database (10,000)
  --files     so many over all readers (2,000)
  --links     so many (2,000)
  --help      this text

Ends with 1 where something was answered 5xx, written, told or broken.`;

const tests = ['tests/api/hostile.test.ts', 'tests/api/damaged-files.test.ts'];
const names = ['seed', 'requests', 'files', 'links'] as const;

type Call = Readonly<Record<(typeof names)[number], number>>;

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, async (call) => {
  console.log(`Seed ${call.seed}`);
  const environment = names.map((name) => [`FUZZ_${name.toUpperCase()}`, String(call[name])]);
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(import.meta.dirname, 'test.ts'),
      '--project',
      'unit',
      '--project',
      'database',
      ...tests,
    ],
    { stdio: 'inherit', env: { ...process.env, ...Object.fromEntries(environment) } },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
});

function readCall(argv: string[]): Call | string {
  try {
    const number = { type: 'string' } as const;
    const options = { seed: number, requests: number, files: number, links: number };
    const { values } = parseArgs({ args: argv, options: { ...options, help: { type: 'boolean' } } });
    if (values.help) return usage;
    const read = (name: (typeof names)[number], otherwise: number) => {
      const number = Number(values[name] ?? otherwise);
      if (!Number.isSafeInteger(number) || number < 1)
        throw new Error(`--${name} is a whole number from 1 on`);
      return number;
    };
    return {
      seed: read('seed', 1 + Math.floor(Math.random() * 2 ** 30)),
      requests: read('requests', 10_000),
      files: read('files', 2000),
      links: read('links', 2000),
    };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
