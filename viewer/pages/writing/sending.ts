import { explainProblem, useSending as useSendingWith } from '../../parts/form/sending.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';

/** Why something that a writer sent did not succeed, in words. */
export const explain = (error: unknown) => explainProblem(error, contributionWords.value.problems);

/** Something that a writer sends. */
export const useSending = () => useSendingWith(() => contributionWords.value.problems);
