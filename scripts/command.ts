/**
 * Runs a command whose arguments were read: `call` is what was asked for, or the text that says how to ask. Gives the
 * exit code: that of `perform`, 0 where help was asked for, 2 for a wrong call.
 */
export async function runCommand<Call extends object>(
  call: Call | string,
  usage: string,
  perform: (call: Call) => Promise<number>,
): Promise<number> {
  if (typeof call !== 'string') return perform(call);
  const isHelp = call === usage;
  console[isHelp ? 'log' : 'error'](call);
  return isHelp ? 0 : 2;
}

/** What a command answers that was called wrongly: what is wrong, and how it is called. */
export function explainCall(message: string, usage: string): string {
  return `${message}\n\n${usage}\n`;
}

/** A moment as commands show it: `2026-11-30 09:15`, in UTC. */
export function formatTime(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}
