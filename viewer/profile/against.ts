import { codeAtLevel, levelOfCode } from '../../geodata/area.ts';
import { isMapLevel } from '../../geodata/level.ts';
import { choices, type ReferenceChoice, reference } from '../state/reference.ts';

/** What an area is held against: the reference of the link, or the region where that is the area itself. */
export function referenceFor(code: string): ReferenceChoice | null {
  return reference.value?.code === code ? (choices.value[0] ?? null) : reference.value;
}

/** Whether an area is a part of a reference. */
export function isPartOf(code: string, { key }: Pick<ReferenceChoice, 'key'>): boolean {
  if (key === 'region' || key === 'country') return true;
  const level = levelOfCode(key);
  return level !== null && isMapLevel(level) && code !== key && codeAtLevel(code, level) === key;
}
