import { formatPeriod } from '../../../geodata/period.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import type { Cut } from './line.ts';

/** `Breuk tussen 2019 en 2021: nieuwe vragenlijst`, with the lines that it concerns where those are not all. */
export function writeCut({ before, after, reason, names }: Cut): string {
  const write = (period: string) => formatPeriod(period, language.value);
  const sentence = words.value.breaks.between(write(before), write(after), reason);
  return names.length > 0 ? `${sentence} (${names.join(', ')})` : sentence;
}
