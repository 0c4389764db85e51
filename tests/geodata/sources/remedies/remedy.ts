import { expect, test } from 'vitest';
import { InputError } from '../../../../geodata/problem.ts';
import { translateProblem } from '../../../../viewer/text/file-phrases.ts';
import type { Json } from '../../../setup/descriptor.ts';
import { findRefusal, listRefusals } from './refusals.ts';

/** An input that is refused, words of the remedy, and the input as somebody makes it who follows the remedy. */
export interface Remedy<Input> {
  readonly kind: string;
  readonly broken: Input;
  readonly remedy: string;
  readonly mended: Input;
}

/** Readers of the files that people choose on screen, where their refusals are said in Dutch. */
const onScreen =
  /^(register|area-code|questionnaire\/|formats\/(csv|json|workbook|zip)|table\/sheet-file|package\/descriptor)/;

const refusals = listRefusals();
const followed = new Set<string>();

/** The places in the sources whose remedies were followed in this run, and those whose were not. */
export function listFollowed(): { readonly followed: string[]; readonly open: string[] } {
  const names = refusals.map(({ name }) => name);
  return {
    followed: [...new Set(names.filter((name) => followed.has(name)))],
    open: [...new Set(names.filter((name) => !followed.has(name)))],
  };
}

/**
 * Tries each remedy: the broken input is refused with it, and the mended one is read. What readers on screen refuse is said
 * in Dutch too; those outside `geodata/sources` and `geodata/questionnaire` are known by `isOnScreen`.
 */
export function tryRemedies<Input>(
  remedies: readonly Remedy<Input>[],
  read: (input: Input) => unknown,
  isOnScreen = false,
): void {
  test.each(remedies)('$kind: "$remedy"', async ({ broken, remedy, mended }) => {
    const error = await refuse(() => read(broken));
    expect(error.problem.remedy, error.message).toContain(remedy);
    await read(mended);
    const place = findRefusal(error, refusals);
    if (place) followed.add(place.name);
    if (isOnScreen || (place && onScreen.test(place.name)))
      expect(translateProblem(error.problem), error.message).not.toBeNull();
  });
}

async function refuse(read: () => unknown): Promise<InputError> {
  Error.stackTraceLimit = 50;
  try {
    await read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('the input was not refused');
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
