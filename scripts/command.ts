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
