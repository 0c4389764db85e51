import { formatUnit } from '../../geodata/number.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { language } from '../state/link/view.ts';
import { translate } from '../state/screen/words.ts';

/** `Inwoners (personen)`; a name that ends with its unit (`Misdrijven per 1.000 inwoners`) as it is. */
export function nameWithUnit({ name, unit }: Pick<CatalogIndicator, 'name' | 'unit'>): string {
  const [title, written] = [translate(name), formatUnit(unit, language.value)];
  return title.endsWith(written) ? title : `${title} (${written})`;
}
