import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { beginSession, follow } from './bench/following.ts';
import { quantile } from './bench/measurement.ts';
import { readProcess } from './bench/process-reading.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Measures how soon those who follow a session hear of what its presenter shows.

  npm run bench:follow -- http://localhost:3000 [--followers 200] [--states 100] [--process 1234]

  --followers  how many follow
  --states     how many states are shown, five a second
  --process    number of the server's process, to read its memory and processor time (Linux)
  --help       this text`;

interface Call {
  readonly address: string;
  readonly followers: number;
  readonly states: number;
  readonly process: string | null;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

function readCall(words: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        followers: { type: 'string', default: '200' },
        states: { type: 'string', default: '100' },
        process: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [address] = positionals;
    if (values.help || address === undefined) return usage;
    const [followers, states] = [Number(values.followers), Number(values.states)];
    return { address, followers, states, process: values.process ?? null };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

async function run({ address, followers, states, process: server }: Call): Promise<number> {
  const first = { address: '', slide: null, pointer: null };
  const session = await beginSession(address, first);
  const before = server === null ? null : await readProcess(server);
  const shownAt = new Map<string, number>();
  const delays: number[] = [];
  const onState = (id: string) => {
    const at = shownAt.get(id);
    if (at !== undefined) delays.push(performance.now() - at);
  };
  const streams = await Promise.all(Array.from({ length: followers }, () => follow(session.events, onState)));
  await wait(1000);
  for (let number = 0; number < states; number += 1) {
    const pointer = { panel: 0, longitude: 6 + number / 1000, latitude: 52 };
    // The first version is the one with which it began.
    shownAt.set(String(number + 2), performance.now());
    await session.show({ ...first, pointer });
    await wait(200);
  }
  await wait(500);
  const after = server === null ? null : await readProcess(server);
  for (const end of streams) end();
  const at = (share: number) => quantile(delays, share).toFixed(1);
  console.log(`${delays.length} of ${followers * states} states heard`);
  console.log(
    `delay from asking to hearing: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms, most ${at(1)} ms`,
  );
  if (before && after)
    console.log(
      `memory ${before.megabytes} MB before, ${after.megabytes} MB at the end; ${(after.seconds - before.seconds).toFixed(2)} s of processor`,
    );
  return 0;
}
