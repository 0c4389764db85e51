import { readShortLink } from '../../data/links.ts';
import { createResource } from '../resource.ts';
import { viewParts } from './view.ts';

/** The short link whose figures are shown as they were; nothing where the newest are. */
export const frozen = createResource(viewParts.frozen, readShortLink);

/** The hash of a column as it was when the link was frozen; null where the one of now is meant, undefined while that is asked. */
export function findFrozenHash(indicator: string, level: string): string | null | undefined {
  if (viewParts.frozen.value === null) return null;
  if (!frozen.isAnswered.value) return undefined;
  const figures = frozen.current.value?.figures.find(
    (each) => each.indicator === indicator && each.level === level,
  );
  return figures?.state === 'renewed' ? figures.hash : null;
}
