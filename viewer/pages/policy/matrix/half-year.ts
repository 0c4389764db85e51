import type { HalfYear } from '../../../../geodata/policy/rhythm.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';

/** `eerste helft van 2027`, or shorter. */
export function writeHalf(half: HalfYear, form: 'halfYear' | 'halfShort' = 'halfYear'): string {
  const [year, part] = half.split('-');
  return policyWords.value.matrix[form](part === '1' ? 1 : 2, Number(year));
}
