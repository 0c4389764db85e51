import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { formatMarkdown, type Measured } from './table.ts';

const page = new URL('../../docs/performance.md', import.meta.url);
const [start, end] = ['<!-- results -->', '<!-- end of results -->'];

/** Puts the results, with the machine and the date, in their place in docs/performance.md. */
export async function writePage(all: readonly Measured[], chromium: string | null): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/performance.md lacks the marks ${start} and ${end}`);
  const results = `${start}\n${describeMachine(chromium)}\n\n${formatMarkdown(all)}\n${end}`;
  await writeFile(page, before + results + after);
}

function describeMachine(chromium: string | null): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const parts = [
    `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'} (${arch()}), ${gigabytes} GB`,
    `Node ${process.versions.node}`,
    chromium === null ? 'no Chromium' : readVersion(chromium),
    `${type()} ${release()}`,
  ];
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${parts.join('; ')}. Drawing is in software (SwiftShader).`;
}

function readVersion(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
}
