import { useSignal } from '@preact/signals';
import { ServerProblem } from '../../data/sending.ts';

/** Why something was refused, by the kind of the problem or, before that, by `field:` and the field that was. */
export type ProblemWords = Readonly<Record<string, string>> & { readonly other: string };

/** Why something that was sent did not succeed, in words. */
export function explainProblem(error: unknown, words: ProblemWords): string {
  if (!(error instanceof ServerProblem)) return words.other;
  return words[`field:${error.field}`] ?? words[error.kind] ?? words.other;
}

/** Something that is sent: whether it is under way, and why it did not succeed. `words`: those of now. */
export function useSending(words: () => ProblemWords) {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  /** `recover` may answer for an error; gives whether it did. */
  const run = async (
    work: () => Promise<unknown>,
    recover: (error: unknown) => boolean = () => false,
  ): Promise<void> => {
    problem.value = null;
    isBusy.value = true;
    try {
      await work();
    } catch (error) {
      if (!recover(error)) problem.value = explainProblem(error, words());
    } finally {
      isBusy.value = false;
    }
  };
  return { problem, isBusy, run };
}
export type Sending = ReturnType<typeof useSending>;
