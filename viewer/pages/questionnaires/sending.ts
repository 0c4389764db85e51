import { readFault } from '../../data/questionnaires.ts';
import { explainProblem, useSending as useSendingWith } from '../../parts/form/sending.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';

/** Why something that was sent did not succeed, in words: what the server says of a file or a text, word for word. */
export const explain = (error: unknown) =>
  readFault(error) ?? explainProblem(error, questionnaireWords.value.problems);

/** Something that is sent from the pages of questionnaires. */
export function useSending() {
  const sending = useSendingWith(() => questionnaireWords.value.problems);
  const run = (work: () => Promise<unknown>, recover: (error: unknown) => boolean = () => false) =>
    sending.run(work, (error) => {
      if (recover(error)) return true;
      const fault = readFault(error);
      sending.problem.value = fault;
      return fault !== null;
    });
  return { ...sending, run };
}
