import { formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { language } from '../../state/link/view.ts';
import { translate } from '../../state/screen/words.ts';

/** The indicators of a scatter: across and upwards. */
export interface PairedIndicators {
  readonly x: CatalogIndicator;
  readonly y: CatalogIndicator;
}

/** `Gemiddelde WOZ-waarde, 2024 (× € 1.000)`; without a unit that the name says already. */
export function nameAxis(indicator: CatalogIndicator, period: string): string {
  const name = translate(indicator.name);
  const unit = formatUnit(indicator.unit, language.value);
  const named = `${name}, ${formatPeriod(period, language.value)}`;
  return name.toLowerCase().includes(unit.toLowerCase()) ? named : `${named} (${unit})`;
}
