import { polarities } from '../indicator.ts';
import { InputError } from '../problem.ts';
import { readAreaCode } from '../sources/area-code.ts';
import {
  hasKey,
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
} from '../sources/package/descriptor.ts';
import { readKey as readIndicatorKey } from '../sources/package/naming.ts';
import { suggest } from '../sources/suggestion.ts';
import { findTheme, themes } from '../theme.ts';
import type { Block, MeasuredIndicator, Question, Questionnaire } from './questionnaire.ts';
import { readCondition } from './reading/condition.ts';
import { readForm } from './reading/form.ts';
import { readMeasure } from './reading/measure.ts';
import { limits, readItemKey, readTruth, readWording, refuseDoubles } from './reading/parts.ts';

/**
 * Reads a version of a questionnaire from parsed JSON, such as `JSON.stringify` of a Questionnaire gives; what may be
 * null may be absent. Sees to its shape: whether it can be asked as it stands is for `checkQuestionnaire`. Throws
 * InputError, naming the block and the question.
 */
export function readQuestionnaire(value: unknown, file: string): Questionnaire {
  if (!isObject(value))
    throw new InputError({
      file,
      message: `${show(value)} is no questionnaire`,
      remedy: 'write it as { "key": …, "blocks": [ … ] }',
    });
  const node: Node = { file, place: '', values: value };
  refuseOtherKeys(node, [
    'key',
    'version',
    'name',
    'languages',
    'introduction',
    'thanks',
    'blocks',
    'indicators',
  ]);
  const languages = readLanguages(node);
  const blockNodes = readObjects(node, 'blocks', ({ key }, number) => `block ${name(key, number)}`);
  if (blockNodes.length > limits.blocks)
    throw keyError(
      node,
      'blocks',
      `there are ${blockNodes.length} blocks`,
      `keep to ${limits.blocks} of them`,
    );
  const blocks = blockNodes.map((block) => readBlock(block, languages));
  refuseDoubles(
    node,
    'blocks',
    'block',
    blocks.map(({ key }) => key),
  );
  const questions = blocks.flatMap((block) => block.questions.map(({ key }) => key));
  refuseDoubles(node, 'blocks', 'question', questions);
  const indicators = readObjects(
    node,
    'indicators',
    ({ key }, number) => `indicator ${name(key, number)}`,
  ).map(readIndicator);
  refuseDoubles(
    node,
    'indicators',
    'indicator',
    indicators.map(({ key }) => key),
  );
  return {
    key: readIndicatorKey(node, 'key'),
    version: hasKey(node, 'version') ? readInteger(node, 'version', 1, 9999) : 1,
    name: readWording(node, 'name', languages),
    languages,
    introduction: readWording(node, 'introduction', languages),
    thanks: readWording(node, 'thanks', languages),
    blocks,
    indicators,
  };
}

function name(key: unknown, number: number): string {
  return typeof key === 'string' && key ? `"${key.slice(0, 64)}"` : String(number);
}

/** Language tags, Dutch first, as everybody who is asked can be answered in it. */
function readLanguages(node: Node): string[] {
  const languages = readTexts(node, 'languages', true);
  const odd = languages.find((language) => !/^[a-z]{2,3}$/.test(language));
  if (odd !== undefined)
    throw keyError(
      node,
      'languages',
      `${show(odd)} is no tag of a language`,
      'write two or three small letters, such as "nl", "tr" or "ar"',
    );
  refuseDoubles(node, 'languages', 'language', languages);
  if (languages[0] !== 'nl')
    throw keyError(node, 'languages', 'Dutch does not come first', 'begin the list with "nl"');
  if (languages.length > limits.languages)
    throw keyError(
      node,
      'languages',
      `there are ${languages.length}`,
      `keep to ${limits.languages} languages`,
    );
  return languages;
}

function readBlock(node: Node, languages: readonly string[]): Block {
  refuseOtherKeys(node, ['key', 'title', 'about', 'askedIf', 'municipality', 'questions']);
  const questions = readObjects(
    node,
    'questions',
    ({ key }, number) => `${node.place}, question ${name(key, number)}`,
  );
  if (questions.length > limits.questions)
    throw keyError(
      node,
      'questions',
      `there are ${questions.length} on one page`,
      `divide them among blocks of at most ${limits.questions}`,
    );
  return {
    key: readItemKey(node, 'key'),
    title: readWording(node, 'title', languages),
    about: hasKey(node, 'about') ? readWording(node, 'about', languages) : null,
    askedIf: readCondition(node),
    municipality: hasKey(node, 'municipality')
      ? readAreaCode(node.values.municipality, 'municipality', node.file, `${node.place}, key "municipality"`)
      : null,
    questions: questions.map((question) => readQuestion(question, languages)),
  };
}

function readQuestion(node: Node, languages: readonly string[]): Question {
  refuseOtherKeys(node, ['key', 'text', 'help', 'isRequired', 'askedIf', 'form', 'national']);
  return {
    key: readItemKey(node, 'key'),
    text: readWording(node, 'text', languages),
    help: hasKey(node, 'help') ? readWording(node, 'help', languages) : null,
    isRequired: readTruth(node, 'isRequired'),
    askedIf: readCondition(node),
    form: readForm(node, languages),
    national: readNational(node),
  };
}

function readNational(node: Node): Question['national'] {
  if (!hasKey(node, 'national')) return null;
  const national = readObject(node, 'national');
  refuseOtherKeys(national, ['key', 'isSame']);
  return { key: readItemKey(national, 'key'), isSame: readTruth(national, 'isSame') };
}

function readIndicator(node: Node): MeasuredIndicator {
  refuseOtherKeys(node, ['key', 'name', 'theme', 'polarity', 'decimals', 'measure']);
  const theme = readTheme(node);
  return {
    key: readIndicatorKey(node, 'key'),
    name: readBothNames(node),
    theme,
    polarity: readChoice(node, 'polarity', polarities),
    decimals: hasKey(node, 'decimals') ? readInteger(node, 'decimals', 0, 3) : 1,
    measure: readMeasure(node),
  };
}

/** In Dutch and English, empty in a draft. */
function readBothNames(node: Node): MeasuredIndicator['name'] {
  const { nl = '', en = '' } = readWording(node, 'name', ['nl', 'en']);
  return { nl, en };
}

function readTheme(node: Node): string {
  const text = node.values.theme;
  if (typeof text === 'string' && findTheme(text)) return text;
  throw keyError(
    node,
    'theme',
    `${show(text)} is no theme`,
    suggest(
      String(text ?? ''),
      themes.map((theme) => theme.key),
    ),
  );
}
