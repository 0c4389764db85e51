import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { messageOf } from '../geodata/problem.ts';
import { findBrowser } from './bench/browser-program.ts';
import { median } from './bench/measurement.ts';
import { explainCall, runCommand } from './command.ts';

const usage = `Measures what frames for other sites weigh, and when they show something, beside the whole product.

  npm run bench:embed -- http://localhost:3000 [--query 'indicator=…&level=…&area=…'] [--runs 9]

  --query  what is shown, as in the address of the page; a chart needs an area
  --runs   how often each is opened, in turn; medians are told
  --help   this text`;

interface Call {
  readonly address: string;
  readonly query: string;
  readonly runs: number;
}

/** Of a frame on a page of a municipality, CSS pixels. */
const viewport = { width: 700, height: 760 };
/** A frame changes nothing after it is loaded; the product fetches what it needs next. */
const restMilliseconds = 1500;

interface Opening {
  /** With headers, as they came over the network. */
  readonly bytes: number;
  readonly requests: number;
  /** Until something of what is shown is painted, milliseconds. */
  readonly painted: number;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

function readCall(words: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        query: { type: 'string', default: 'indicator=misdrijven-per-1000&level=neighbourhood&area=GM0153' },
        runs: { type: 'string', default: '9' },
        help: { type: 'boolean' },
      },
    });
    const [address] = positionals;
    if (values.help || address === undefined) return usage;
    return { address, query: values.query, runs: Number(values.runs) };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

async function run({ address, query, runs }: Call): Promise<number> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found: install it, or set CHROME_PATH');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-3d-apis'] });
  const pages = [
    ['map in a frame', `${address}/embed?${query}`],
    ['chart in a frame', `${address}/embed?${query}&show=chart`],
    ['figure in a frame', `${address}/embed?${query}&show=figure`],
    ['table in a frame', `${address}/embed?${query}&show=table`],
    ['the whole product', `${address}/?${query}`],
  ] as const;
  const openings = new Map<string, Opening[]>(pages.map(([name]) => [name, []]));
  try {
    // The first of each fills what the server keeps in memory, and does not count.
    for (let number = 0; number <= runs; number += 1)
      for (const [name, url] of pages) {
        const opening = await open(browser, url);
        if (number > 0) openings.get(name)?.push(opening);
      }
  } finally {
    await browser.close();
  }
  console.log('| what | bytes | requests | first paint |\n|---|---|---|---|');
  for (const [name, all] of openings) {
    const of = (part: keyof Opening) => Math.round(median(all.map((opening) => opening[part])));
    console.log(`| ${name} | ${of('bytes')} | ${of('requests')} | ${of('painted')} ms |`);
  }
  return 0;
}

/** Opens a page in a browser that keeps nothing. */
async function open(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let [bytes, requests] = [0, 0];
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  const answer = await page.goto(url);
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
  await page.waitForTimeout(restMilliseconds);
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { bytes, requests, painted };
}
