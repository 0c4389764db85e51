import { InputError } from '../../../geodata/problem.ts';

/** The line that people get to see when the input is refused. Fails when it is not. */
export async function lineOf(read: () => unknown): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('the input was not refused');
}
