import { type Finding, find } from '../finding.ts';
import type { Questionnaire } from '../questionnaire.ts';

/** Keys beside each other that differ by leading zeros alone, which a spreadsheet takes away. */
export function checkKeys({ blocks }: Questionnaire): Finding[] {
  const questions = blocks.flatMap(({ key: block, questions: own }) =>
    own.map((question) => ({ block, question })),
  );
  const twins = findTwins(questions.map(({ question }) => question.key));
  return [
    ...(twins ? [find('keys-differ-by-zeros', { what: twins })] : []),
    ...questions.flatMap(({ block, question: { key: question, form } }) => {
      const lists = [
        'options' in form ? form.options.map(({ key }) => key) : [],
        'rows' in form ? form.rows.map(({ key }) => key) : [],
      ];
      return lists.flatMap((keys) => {
        const what = findTwins(keys);
        return what ? [find('keys-differ-by-zeros', { block, question, what })] : [];
      });
    }),
  ];
}

function findTwins(keys: readonly string[]): string | null {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const bare = key.replace(/^0+(?=\d)/, '');
    const other = seen.get(bare);
    if (other !== undefined && other !== key) return `${other}, ${key}`;
    seen.set(bare, key);
  }
  return null;
}
