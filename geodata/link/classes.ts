import {
  type ClassMethod,
  classMethods,
  defaultClasses,
  fewestClasses,
  mostClasses,
  orderLimits,
} from '../classes/classify.ts';
import { readLimit } from './limit-text.ts';

/** How values are divided: by which rule, in how many classes; `limits` are the inner limits of classes of one's own. */
export interface Classes {
  readonly method: ClassMethod;
  readonly count: number;
  readonly limits: readonly number[];
}

export const defaultClassing: Classes = { method: 'quantile', count: defaultClasses, limits: [] };

/** Classes with limits of one's own: 2 to 8 different numbers, in any order; null for others. */
export function ownClasses(limits: readonly number[]): Classes | null {
  const ordered = orderLimits(limits);
  return ordered?.length === limits.length
    ? { method: 'own', count: ordered.length + 1, limits: ordered }
    : null;
}

/** Reads `quantile.5` or `own.10,20,40`; null for what is neither. */
export function readClasses(text: string): Classes | null {
  const [name, detail = ''] = splitOnce(text);
  const method = classMethods.find((each) => each === name);
  if (method === 'own') {
    const limits = detail.split(',').map(readLimit);
    return limits.every((limit) => limit !== null) ? ownClasses(limits) : null;
  }
  const count = /^\d$/.test(detail) ? Number(detail) : 0;
  return method && isCount(count) ? { method, count, limits: [] } : null;
}

export function writeClasses({ method, count, limits }: Classes): string {
  return `${method}.${method === 'own' ? limits.join(',') : count}`;
}

function isCount(count: number): boolean {
  return count >= fewestClasses && count <= mostClasses;
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('.');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
