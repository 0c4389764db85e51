import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { undoLater } from './cleanup.ts';

const root = join(import.meta.dirname, '..', '..');
const longestWaitMilliseconds = 10_000;

export interface StartedChild {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Runs a file of the project in a process of its own, in a group of its own: Ctrl-C ends us, and we end it. */
export function startChild(
  file: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): StartedChild {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file, ...words], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // What it prints may be read; unread it must not fill the pipe and stop it.
  child.stdout?.resume();
  return { child, stop: undoLater(() => endChild(child)) };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), longestWaitMilliseconds);
  await exit;
  clearTimeout(timer);
}
