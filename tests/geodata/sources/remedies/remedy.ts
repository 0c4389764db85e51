import { expect, test } from 'vitest';
import type { Json } from '../../../setup/descriptor.ts';
import { lineOf } from '../problem.ts';

/** An input that is refused, words of the remedy, and the input as somebody makes it who follows the remedy. */
export interface Remedy<Input> {
  readonly kind: string;
  readonly broken: Input;
  readonly remedy: string;
  readonly mended: Input;
}

/** Tries each remedy: the broken input is refused with it, and the mended one is read. */
export function tryRemedies<Input>(
  remedies: readonly Remedy<Input>[],
  read: (input: Input) => unknown,
): void {
  test.each(remedies)('$kind: "$remedy"', async ({ broken, remedy, mended }) => {
    const line = await lineOf(() => read(broken));
    expect(line.slice(line.lastIndexOf('; ')), line).toContain(remedy);
    await read(mended);
  });
}

/** Paths of keys with what is to stand there; undefined takes away. */
export type Changes = readonly (readonly [string, Json | undefined])[];

/** A JSON value with other values at paths such as `resources.1.name`. */
export function change(root: Json, changes: Changes): Json {
  const copy: Json = structuredClone(root);
  for (const [path, value] of changes) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let node = copy as { [key: string]: Json };
    for (const step of steps) node = node[step] as { [key: string]: Json };
    if (value === undefined) delete node[last];
    else node[last] = value;
  }
  return copy;
}
