import { isLevel } from '../../../geodata/level.ts';
import type { GrantBody } from '../../data/accounts.ts';
import type { TrailBody } from '../../data/contract.ts';
import { indicatorOf, municipalityNames } from '../../state/catalog.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { translate, words } from '../../state/screen/words.ts';
import { describeRoles } from './role-text.ts';

type Entry = TrailBody['entries'][number];

/** Who did it; of who was removed a part of the number that is left. */
export function nameActor(actor: string, name: string | null): string {
  const { trail: text } = accountWords.value;
  if (actor === 'command' || actor === 'server' || actor === 'visitor') return text[actor];
  return name ?? `${text.removed} (${shorten(actor.slice('person:'.length))})`;
}

/** What it was done to. */
export function nameSubject({ subject, subjectName }: Pick<Entry, 'subject' | 'subjectName'>): string {
  if (subject === null) return '';
  const [kind = '', ...rest] = subject.split(':');
  const key = rest.join(':');
  const { trail: text } = accountWords.value;
  const name = {
    person: () => nameActor(subject, subjectName),
    indicator: () => nameIndicator(key),
    municipality: () => nameArea(key),
    file: () => shorten(key),
  }[kind];
  return text.subjects[kind]?.(name ? name() : key) ?? subject;
}

/** What else is told of an act, each detail in words; one without words of its own stands there by its name. */
export function describeDetail(detail: string | null): string {
  const text = accountWords.value.trail;
  const found = detail === null ? {} : (JSON.parse(detail) as Readonly<Record<string, unknown>>);
  const told = Object.entries(found).flatMap(([key, value]) => {
    if (isEmpty(key, value)) return [];
    if (key === 'removed' && typeof value === 'number') return [text.removedEntries(value)];
    const written = writeValue(key, value);
    return [text.details[key]?.(written) ?? text.other(key, written)];
  });
  return told.join(', ');
}

/** Whether it says nothing: for which of two a thing is not so, or what is not set. */
function isEmpty(key: string, value: unknown): boolean {
  if (key === 'hasTotp' || key === 'secondFactor' || key === 'hasConverged') return false;
  return value === undefined || value === null || value === false || (Array.isArray(value) && !value.length);
}

function writeValue(key: string, value: unknown): string {
  const { trail: text, factors } = accountWords.value;
  if (key === 'hasTotp') return text.codes[value ? 'wrong' : 'noApp'];
  if (key === 'hasConverged') return text.converged[value ? 'yes' : 'no'];
  if (key === 'secondFactor') return factors[(value ?? 'none') as keyof typeof factors] ?? String(value);
  if (key === 'grants') return describeRoles(value as readonly GrantBody[]);
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => writeOne(key, typeof one === 'string' ? one : JSON.stringify(one))).join(', ');
}

function writeOne(key: string, value: string): string {
  const text = accountWords.value.trail;
  switch (key) {
    case 'way':
      return text.ways[value] ?? value;
    case 'form':
      return text.forms[value] ?? value;
    case 'method':
      return text.methods[value] ?? value;
    case 'level':
      return isLevel(value) ? words.value.levels[value].one : value;
    case 'municipality':
    case 'area':
    case 'areas':
    case 'within':
      return nameArea(value);
    case 'begins':
    case 'indicators':
      return nameIndicator(value);
    case 'visibility':
    case 'sharedWith':
      return lookUp(text.sharings, value) ?? lookUp(policyWords.value.visibilities, value) ?? value;
    case 'state':
      return lookUp(policyWords.value.states, value) ?? value;
    case 'due':
      return writeDay(value);
    case 'priority':
    case 'action':
      return shorten(value);
    default:
      return value;
  }
}

function lookUp(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

function nameIndicator(address: string): string {
  const known = indicatorOf(address);
  return known ? translate(known.name) : address;
}

function nameArea(code: string): string {
  return municipalityNames.value.get(code) ?? code;
}

/** As much of a long number as tells it from others. */
function shorten(number: string): string {
  return number.slice(0, 8);
}
