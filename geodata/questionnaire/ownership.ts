import type { Measure, Questionnaire } from './questionnaire.ts';

/** Keys of the questions that a measure is made of. */
export function listMeasured(measure: Measure): string[] {
  const named = measure.kind === 'scale' ? measure.parts.map(({ question }) => question) : [measure.question];
  return [...new Set(named.map((name) => name.split('/')[0] ?? name))];
}

/**
 * A questionnaire without what municipalities ask of their own: their blocks, and the indicators that are made of questions
 * in these blocks alone.
 */
export function leaveOwn(questionnaire: Questionnaire, municipalities: readonly string[]): Questionnaire {
  const isOwnBlock = (municipality: string | null) =>
    municipality !== null && municipalities.includes(municipality);
  const own = new Set(
    questionnaire.blocks
      .filter(({ municipality }) => isOwnBlock(municipality))
      .flatMap(({ questions }) => questions.map(({ key }) => key)),
  );
  return {
    ...questionnaire,
    blocks: questionnaire.blocks.filter(({ municipality }) => !isOwnBlock(municipality)),
    indicators: questionnaire.indicators.filter(({ measure }) => {
      const measured = listMeasured(measure);
      // One that is made of nothing yet is nobody's own.
      return measured.length === 0 || !measured.every((key) => own.has(key));
    }),
  };
}

/** Whether nothing but what these municipalities ask of their own differs between two states of a draft. */
export function differsInOwnOnly(
  before: Questionnaire,
  after: Questionnaire,
  municipalities: readonly string[],
): boolean {
  return isSameData(leaveOwn(before, municipalities), leaveOwn(after, municipalities));
}

/** Whether two values say the same as JSON, in whatever order their keys stand. */
export function isSameData(one: unknown, other: unknown): boolean {
  return writeSorted(one) === writeSorted(other);
}

/** JSON with the keys of every object in one order: a database gives them back in another. */
function writeSorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
