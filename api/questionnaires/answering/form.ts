import type { Context } from 'hono';
import type { Answers } from '../../../geodata/questionnaire/questionnaire.ts';
import { RequestProblem } from '../../errors.ts';
import { escapeText } from '../../pages/escaped-text.ts';

/** What a form sent: its fields in order, one that was given several times as often. */
export type SentFields = readonly (readonly [string, string])[];

/** Signs that no keyboard types, which would take more room than is kept for them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** More than any block has: 60 questions of which 60 options are ticked, and what is not seen. */
const mostFields = 4000;

/** Reads a form that was sent as `application/x-www-form-urlencoded`; anything else has no fields. Throws a problem 400 where it has more than any page. */
export async function readFields({ req }: Context): Promise<SentFields> {
  const type = req.header('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return [];
  const sent = new URLSearchParams(await req.text());
  if (sent.size > mostFields)
    throw new RequestProblem('invalid-parameter', `A form has at most ${mostFields} fields`);
  return [...sent].map(([name, value]) => [name, value.normalize('NFC').replaceAll(unseen, '')] as const);
}

/** The first value of a field; empty where it was not sent. */
export function fieldOf(fields: SentFields, name: string): string {
  return fields.find(([each]) => each === name)?.[1] ?? '';
}

/** What was answered, by the key of the question or of the row of a grid. */
export function answersOf(fields: SentFields): Answers {
  const answers = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (!name.startsWith('q.')) continue;
    const key = name.slice(2);
    const values = answers.get(key);
    if (values) values.push(value);
    else answers.set(key, [value]);
  }
  return Object.fromEntries(answers);
}

/** What was sent, to be sent again with something else: with its proof, so that it is kept for its own code alone. */
export function writeKept(fields: SentFields): string {
  return fields
    .filter(([name]) => name !== 'code' && name !== 'doel')
    .map(([name, value]) => `<input type="hidden" name="${escapeText(name)}" value="${escapeText(value)}">`)
    .join('\n');
}
