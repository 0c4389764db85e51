import { readFault, readRefusal } from '../../data/questionnaires.ts';
import { explainProblem, useSending as useSendingWith } from '../../parts/form/sending.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';

/** What the server says of a file or a text, word for word; of a round that is refused in words of our own. */
function explainFault(error: unknown): string | null {
  const refused = readRefusal(error);
  const words = refused && questionnaireWords.value.problems[`refusal:${refused.refusal}`];
  if (!words) return readFault(error);
  return refused.round === undefined ? words : `${words} ${refused.round}.`;
}

/** Why something that was sent did not succeed, in words. */
export const explain = (error: unknown) =>
  explainFault(error) ?? explainProblem(error, questionnaireWords.value.problems);

/** Something that is sent from the pages of questionnaires. */
export function useSending() {
  const sending = useSendingWith(() => questionnaireWords.value.problems);
  const run = (work: () => Promise<unknown>, recover: (error: unknown) => boolean = () => false) =>
    sending.run(work, (error) => {
      if (recover(error)) return true;
      const fault = explainFault(error);
      sending.problem.value = fault;
      return fault !== null;
    });
  return { ...sending, run };
}
