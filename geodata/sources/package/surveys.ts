import { type Survey, type SurveyRound, samplings, surveyModes } from '../../survey.ts';
import { readAreaCode } from '../area-code.ts';
import {
  hasKey,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObjects,
  readOptionalText,
  refuseOtherKeys,
  show,
} from './descriptor.ts';
import { readPeriod } from './field.ts';
import { readKey, readName } from './naming.ts';

const roundKeys = [
  'period',
  'municipality',
  'ageFrom',
  'mode',
  'sampling',
  'respondents',
  'questionnaire',
  'followsFormat',
  'indicativeBelow',
  'remark',
];

/** Reads the surveys of a package with their rounds, each period and municipality once. Throws InputError. */
export function readSurveys(node: Node): Survey[] {
  const nodes = readObjects(node, 'surveys', ({ key }, number) =>
    typeof key === 'string' ? `survey "${key}"` : `survey ${number}`,
  );
  const surveys = nodes.map(readSurvey);
  for (const [position, own] of nodes.entries()) {
    const key = surveys[position]?.key;
    if (surveys.findIndex((other) => other.key === key) !== position)
      throw keyError(own, 'key', `"${key}" is defined twice`, 'remove or rename one of the two');
  }
  return surveys;
}

function readSurvey(node: Node): Survey {
  refuseOtherKeys(node, ['key', 'name', 'rounds']);
  const nodes = readObjects(node, 'rounds', (_, number) => `${node.place}, round ${number}`, true);
  const rounds = nodes.map(readRound);
  for (const [position, own] of nodes.entries()) {
    const round = rounds[position];
    const isSame = (other: SurveyRound) =>
      other.period === round?.period && other.municipality === round.municipality;
    if (rounds.findIndex(isSame) !== position)
      throw keyError(
        own,
        'period',
        `the round of ${round?.period} stands there twice`,
        'remove one, or name its municipality',
      );
  }
  return { key: readKey(node, 'key'), name: readName(node, 'name'), rounds };
}

function readRound(node: Node): SurveyRound {
  refuseOtherKeys(node, roundKeys);
  const period = readPeriod(node);
  if (period === null) throw keyError(node, 'period', 'the key is missing', 'say when people were asked');
  const municipality = readOptionalText(node, 'municipality');
  return {
    period,
    municipality:
      municipality === null
        ? null
        : readAreaCode(municipality, 'municipality', node.file, `${node.place}, key "municipality"`),
    ageFrom: hasKey(node, 'ageFrom') ? readInteger(node, 'ageFrom', 0, 120) : null,
    mode: hasKey(node, 'mode') ? readChoice(node, 'mode', surveyModes) : null,
    sampling: hasKey(node, 'sampling') ? readChoice(node, 'sampling', samplings) : null,
    respondents: hasKey(node, 'respondents') ? readInteger(node, 'respondents', 0, 1_000_000_000) : null,
    questionnaire: readOptionalText(node, 'questionnaire'),
    followsFormat: readTruth(node, 'followsFormat'),
    indicativeBelow: hasKey(node, 'indicativeBelow')
      ? readInteger(node, 'indicativeBelow', 1, 1_000_000)
      : null,
    remark: hasKey(node, 'remark') ? readName(node, 'remark') : null,
  };
}

function readTruth(node: Node, key: string): boolean | null {
  const value = node.values[key] ?? null;
  if (value === null || typeof value === 'boolean') return value;
  throw keyError(
    node,
    key,
    `${show(value)} is neither true nor false`,
    'write true or false, without quotes',
  );
}
