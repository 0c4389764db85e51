import { listOfQuestion } from '../checks/texts.ts';
import type { Block, Question, Questionnaire } from '../questionnaire.ts';
import {
  change,
  compareLists,
  compareWording,
  findMoved,
  isAlike,
  type Place,
  type VersionChange,
} from './version-change.ts';

interface PlacedQuestion {
  readonly block: Block;
  readonly question: Question;
}

function placeQuestions({ blocks }: Questionnaire): Map<string, PlacedQuestion> {
  return new Map(
    blocks.flatMap((block) =>
      block.questions.map((question) => [question.key, { block, question }] as const),
    ),
  );
}

export function compareQuestions(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const [earlier, later] = [placeQuestions(before), placeQuestions(after)];
  const removed = [...earlier].filter(([key]) => !later.has(key));
  return [
    ...removed.map(([question, { block }]) => change('removed-question', { block: block.key, question })),
    ...[...later].flatMap(([key, now]) => {
      const at = { block: now.block.key, question: key };
      const own = earlier.get(key);
      if (!own) return [change('added-question', at)];
      const isMoved = own.block.key !== now.block.key;
      return [
        ...(isMoved ? [change('moved-question', at)] : []),
        ...compareQuestion(own.question, now.question, at),
      ];
    }),
    ...after.blocks.flatMap(({ key: block, questions }) => {
      const own = before.blocks.find((candidate) => candidate.key === block);
      const keysOf = (list: readonly Question[]) => list.map(({ key }) => key);
      const moved = own ? findMoved(keysOf(own.questions), keysOf(questions)) : [];
      return moved.map((question) => change('moved-question', { block, question }));
    }),
  ];
}

function compareQuestion(before: Question, after: Question, at: Place): VersionChange[] {
  const texts = new Map(listOfQuestion(before).map(({ place, wording }) => [place, wording]));
  const [keysBefore, keysAfter] = [keysOf(before, 'options'), keysOf(after, 'options')];
  const [rowsBefore, rowsAfter] = [keysOf(before, 'rows'), keysOf(after, 'rows')];
  const missing = (question: Question) =>
    'options' in question.form
      ? question.form.options.filter(({ isMissing }) => isMissing).map(({ key }) => key)
      : [];
  const shared = keysAfter.filter((key) => keysBefore.includes(key));
  const isReordered = !isAlike(
    shared,
    keysBefore.filter((key) => keysAfter.includes(key)),
  );
  return [
    ...listOfQuestion(after).flatMap(({ place, wording }) => {
      const own = texts.get(place);
      // A new option has no words to hold these against.
      return own || place === 'help' ? compareWording(own ?? null, wording, { ...at, what: place }) : [];
    }),
    ...(before.help && !after.help ? compareWording(before.help, null, { ...at, what: 'help' }) : []),
    ...(isAlike(frameOf(before), frameOf(after)) ? [] : [change('changed-form', at)]),
    ...compareLists(
      keysBefore,
      keysAfter,
      (what) => change('added-option', { ...at, what }),
      (what) => change('removed-option', { ...at, what }),
    ),
    ...compareLists(
      rowsBefore,
      rowsAfter,
      (what) => change('added-row', { ...at, what }),
      (what) => change('removed-row', { ...at, what }),
    ),
    ...(isReordered ? [change('changed-order', at)] : []),
    ...shared
      .filter((key) => missing(before).includes(key) !== missing(after).includes(key))
      .map((what) => change('changed-missing', { ...at, what })),
    ...(isAlike(before.askedIf, after.askedIf) ? [] : [change('changed-routing', at)]),
    ...(before.isRequired === after.isRequired ? [] : [change('changed-required', at)]),
    ...(isAlike(before.national, after.national) ? [] : [change('changed-national', at)]),
  ];
}

function keysOf({ form }: Question, list: 'options' | 'rows'): string[] {
  if (list === 'options') return 'options' in form ? form.options.map(({ key }) => key) : [];
  return 'rows' in form ? form.rows.map(({ key }) => key) : [];
}

/** What a form asks for, without words, options and rows. */
function frameOf({ form }: Question): unknown {
  if (form.kind === 'scale') return [form.kind, form.from, form.to, form.offersNone];
  if (form.kind === 'number') return [form.kind, form.least, form.most];
  if (form.kind === 'text') return [form.kind, form.longest];
  return form.kind === 'several' ? [form.kind, form.most] : [form.kind];
}
