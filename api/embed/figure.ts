import { formatPeriod } from '../../geodata/period.ts';
import { statusWords } from '../../geodata/status-words.ts';
import type { Language } from '../../geodata/text.ts';
import type { ObservationRow } from '../../sql/observations.ts';
import { describeFigure, writeFigure, writeNumber } from '../figures/figure-text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import type { CatalogIndicator } from '../schemas/catalog.ts';

/** One figure, large, with the same of what its area lies in. */
export function writeOneFigure(
  own: ObservationRow,
  references: readonly ObservationRow[],
  indicator: CatalogIndicator,
  language: Language,
): string {
  const standing = describeFigure(own, indicator, language);
  const none = standing ?? statusWords[language][own.status];
  const number = own.value === null ? none : writeNumber(own.value, indicator, language);
  const doubt = own.value !== null && standing !== null ? `, ${standing}` : '';
  const others = references.map((row) => {
    const text = `${row.areaName}: ${writeFigure(row, indicator, language)}`;
    return `<p class="soft">${escapeText(text)}</p>`;
  });
  return [
    `<p class="number">${escapeText(number)}</p>`,
    `<p>${escapeText(own.areaName)}, ${escapeText(formatPeriod(own.period, language))}${doubt}</p>`,
    ...others,
  ].join('');
}
