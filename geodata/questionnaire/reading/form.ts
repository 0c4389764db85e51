import {
  hasKey,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readObjects,
  refuseOtherKeys,
} from '../../sources/package/descriptor.ts';
import type { AnswerForm, GridRow, Option } from '../questionnaire.ts';
import { limits, readItemKey, readTruth, readWording, refuseDoubles, refuseMany } from './parts.ts';

export const formKinds = ['choice', 'several', 'scale', 'grid', 'number', 'text'] as const;

const lowestNumber = -1_000_000;
const highestNumber = 1_000_000;
/** The steps of a scale fit beside each other on a telephone, or below each other on one screen. */
const mostSteps = 11;

/** What a question asks for, under "form". Throws InputError. */
export function readForm(question: Node, languages: readonly string[]): AnswerForm {
  const node = readObject(question, 'form', `${question.place}, "form"`);
  const kind = readChoice(node, 'kind', formKinds);
  switch (kind) {
    case 'choice':
      refuseOtherKeys(node, ['kind', 'options']);
      return { kind, options: readOptions(node, languages) };
    case 'several': {
      refuseOtherKeys(node, ['kind', 'options', 'most']);
      const options = readOptions(node, languages);
      return {
        kind,
        options,
        most: hasKey(node, 'most') ? readInteger(node, 'most', 1, limits.options) : null,
      };
    }
    case 'scale':
      return readScale(node, languages);
    case 'grid':
      refuseOtherKeys(node, ['kind', 'rows', 'options']);
      return { kind, rows: readRows(node, languages), options: readOptions(node, languages) };
    case 'number': {
      refuseOtherKeys(node, ['kind', 'least', 'most']);
      const least = readInteger(node, 'least', lowestNumber, highestNumber);
      return { kind, least, most: readInteger(node, 'most', least, highestNumber) };
    }
    case 'text':
      refuseOtherKeys(node, ['kind', 'longest']);
      return { kind, longest: hasKey(node, 'longest') ? readInteger(node, 'longest', 1, limits.signs) : 500 };
  }
}

function readScale(node: Node, languages: readonly string[]): AnswerForm {
  refuseOtherKeys(node, ['kind', 'from', 'to', 'lowest', 'highest', 'offersNone']);
  const from = readInteger(node, 'from', -10, 100);
  const to = readInteger(node, 'to', from + 1, from + mostSteps - 1);
  return {
    kind: 'scale',
    from,
    to,
    lowest: readWording(node, 'lowest', languages),
    highest: readWording(node, 'highest', languages),
    offersNone: readTruth(node, 'offersNone'),
  };
}

function readOptions(node: Node, languages: readonly string[]): Option[] {
  const nodes = readObjects(node, 'options', (_, number) => `${node.place}, option ${number}`);
  refuseMany(node, 'options', nodes.length, limits.options);
  const options = nodes.map((own) => {
    refuseOtherKeys(own, ['key', 'text', 'isMissing']);
    return {
      key: readItemKey(own, 'key'),
      text: readWording(own, 'text', languages),
      isMissing: readTruth(own, 'isMissing'),
    };
  });
  refuseDoubles(
    node,
    'options',
    'option',
    options.map(({ key }) => key),
  );
  return options;
}

function readRows(node: Node, languages: readonly string[]): GridRow[] {
  const nodes = readObjects(node, 'rows', (_, number) => `${node.place}, row ${number}`);
  refuseMany(node, 'rows', nodes.length, limits.rows);
  const rows = nodes.map((own) => {
    refuseOtherKeys(own, ['key', 'text']);
    return { key: readItemKey(own, 'key'), text: readWording(own, 'text', languages) };
  });
  refuseDoubles(
    node,
    'rows',
    'row',
    rows.map(({ key }) => key),
  );
  return rows;
}
