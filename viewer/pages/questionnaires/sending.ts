import { readFault, readFileProblem, readRefusal } from '../../data/questionnaires.ts';
import { explainProblem, useSending as useSendingWith } from '../../parts/form/sending.ts';
import { language } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { translateProblem } from '../../text/file-phrases.ts';

/** What the server says of a file or a text, in the language on screen as far as it is known; of a round in words of our own. */
function explainFault(error: unknown): string | null {
  const refused = readRefusal(error);
  const words = refused && questionnaireWords.value.problems[`refusal:${refused.refusal}`];
  if (words) return refused.about === undefined ? words : `${words} ${refused.about}.`;
  const problem = language.value === 'nl' ? readFileProblem(error) : null;
  return (problem && translateProblem(problem)) ?? readFault(error);
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
