import { useSignal } from '@preact/signals';
import { AccountProblem } from '../../data/accounts.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';

/** Why something that was sent did not succeed, in words. */
export function explain(error: unknown): string {
  const { problems } = contributionWords.value;
  const other = problems.other ?? '';
  if (!(error instanceof AccountProblem)) return other;
  return problems[`field:${error.field}`] ?? problems[error.kind] ?? other;
}

/** Something that is sent: whether it is under way, and why it did not succeed. */
export function useSending() {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  /** `recover` may answer for an error; gives whether it did. */
  const run = async (work: () => Promise<unknown>, recover: (error: unknown) => boolean = () => false) => {
    problem.value = null;
    isBusy.value = true;
    try {
      await work();
    } catch (error) {
      if (!recover(error)) problem.value = explain(error);
    } finally {
      isBusy.value = false;
    }
  };
  return { problem, isBusy, run };
}
