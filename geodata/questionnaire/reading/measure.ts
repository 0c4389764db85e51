import {
  isObject,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readObjects,
  readTexts,
  refuseOtherKeys,
  show,
} from '../../sources/package/descriptor.ts';
import type { Measure, ScalePart } from '../questionnaire.ts';
import { limits, readReference, refuseMany } from './parts.ts';

/** How an indicator is made, under "measure". Throws InputError. */
export function readMeasure(indicator: Node): Measure {
  const node = readObject(indicator, 'measure', `${indicator.place}, "measure"`);
  const kind = readChoice(node, 'kind', ['share', 'mean', 'scale']);
  if (kind === 'share') {
    refuseOtherKeys(node, ['kind', 'question', 'keys']);
    return { kind, question: readReference(node), keys: readTexts(node, 'keys') };
  }
  if (kind === 'mean') {
    refuseOtherKeys(node, ['kind', 'question']);
    return { kind, question: readReference(node) };
  }
  refuseOtherKeys(node, ['kind', 'parts', 'lowest', 'highest', 'least']);
  const parts = readObjects(node, 'parts', (_, number) => `${node.place}, part ${number}`);
  refuseMany(node, 'parts', parts.length, limits.questions);
  const lowest = readNumber(node, 'lowest');
  const highest = readNumber(node, 'highest');
  if (highest <= lowest)
    throw keyError(
      node,
      'highest',
      `${highest} is not above the lowest, ${lowest}`,
      'give the most points that a part can count',
    );
  return {
    kind,
    parts: parts.map(readPart),
    lowest,
    highest,
    least: readInteger(node, 'least', 1, limits.questions),
  };
}

function readPart(node: Node): ScalePart {
  refuseOtherKeys(node, ['question', 'points']);
  const points = readObject(node, 'points', `${node.place}, "points"`);
  return {
    question: readReference(node),
    points: Object.fromEntries(Object.keys(points.values).map((key) => [key, readNumber(points, key)])),
  };
}

function readNumber(node: Node, key: string): number {
  const value = isObject(node.values) ? node.values[key] : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw keyError(node, key, `${show(value)} is no number`, 'write a number, without quotes');
}
