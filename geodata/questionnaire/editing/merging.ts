import { isSameData } from '../ownership.ts';
import type { Block, MeasuredIndicator, Questionnaire } from '../questionnaire.ts';

/** A part of a questionnaire that two people changed at once. */
export interface Overlap {
  readonly kind: 'whole' | 'block' | 'indicator';
  /** Of the block or the indicator; empty for the name, the languages and the texts around. */
  readonly key: string;
}

/** What two people made of one draft, put together. */
export interface Merged {
  readonly questionnaire: Questionnaire;
  /** Parts that both changed, each otherwise: `mine` stands. */
  readonly overlaps: readonly Overlap[];
}

/**
 * Puts together what two people made of the same draft (`base`): every block and every indicator that one alone changed,
 * added or took away is as he made it. Of what both changed, `mine` stands.
 */
export function mergeQuestionnaires(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Merged {
  const overlaps: Overlap[] = [];
  const merge = <Part extends Block | MeasuredIndicator>(
    kind: Overlap['kind'],
    list: (questionnaire: Questionnaire) => readonly Part[],
  ): Part[] => {
    const find = (of: Questionnaire, key: string) => list(of).find((part) => part.key === key);
    const keys = orderKeys(list(base), list(mine), list(theirs));
    return keys.flatMap((key) => {
      const [before, own, other] = [find(base, key), find(mine, key), find(theirs, key)];
      if (isSameData(own, before)) return other ? [other] : [];
      if (!isSameData(other, before) && !isSameData(own, other)) overlaps.push({ kind, key });
      return own ? [own] : [];
    });
  };
  const blocks = merge('block', (of) => of.blocks);
  const indicators = merge('indicator', (of) => of.indicators);
  const { name, languages, introduction, thanks } = mergeTexts(base, mine, theirs, overlaps);
  return {
    questionnaire: { ...theirs, name, languages, introduction, thanks, blocks, indicators },
    overlaps,
  };
}

function mergeTexts(
  base: Questionnaire,
  mine: Questionnaire,
  theirs: Questionnaire,
  overlaps: Overlap[],
): Pick<Questionnaire, 'name' | 'languages' | 'introduction' | 'thanks'> {
  let isOverlapping = false;
  const choose = <Key extends 'name' | 'languages' | 'introduction' | 'thanks'>(
    key: Key,
  ): Questionnaire[Key] => {
    if (isSameData(mine[key], base[key])) return theirs[key];
    if (!isSameData(theirs[key], base[key]) && !isSameData(mine[key], theirs[key])) isOverlapping = true;
    return mine[key];
  };
  const texts = {
    name: choose('name'),
    languages: choose('languages'),
    introduction: choose('introduction'),
    thanks: choose('thanks'),
  };
  if (isOverlapping) overlaps.push({ kind: 'whole', key: '' });
  return texts;
}

/** The order of whoever changed it, mine where both did; what the other added stands behind what it stood behind there. */
function orderKeys(
  base: readonly { readonly key: string }[],
  mine: readonly { readonly key: string }[],
  theirs: readonly { readonly key: string }[],
): string[] {
  const keysOf = (parts: readonly { readonly key: string }[]) => parts.map(({ key }) => key);
  const [before, own, other] = [keysOf(base), keysOf(mine), keysOf(theirs)];
  const isMoved =
    own.filter((key) => before.includes(key)).join() !== before.filter((key) => own.includes(key)).join();
  const [first, second] = isMoved ? [own, other] : [other, own];
  const order = [...first];
  for (const [index, key] of second.entries()) {
    if (order.includes(key)) continue;
    const behind = order.indexOf(second[index - 1] ?? '');
    order.splice(behind < 0 && index > 0 ? order.length : behind + 1, 0, key);
  }
  return order;
}
