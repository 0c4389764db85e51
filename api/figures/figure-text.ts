import { formatNumber, formatUnit, formatValue } from '../../geodata/number.ts';
import type { Observation } from '../../geodata/observation.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { describeStanding, type Standing, statusWords } from '../../geodata/status-words.ts';
import type { Language } from '../../geodata/text.ts';
import type { CatalogIndicator } from '../schemas/catalog.ts';

type WrittenFigure = Pick<Observation, 'value' | 'period'> & Omit<Standing, 'isOfSurvey'>;
type WrittenIndicator = Pick<CatalogIndicator, 'name' | 'unit' | 'decimals' | 'survey'>;

/** `84,2 per 1.000 inwoners (2025, voorlopig)`: the unit only where the name does not say it; without a value why. */
export function writeFigure(figure: WrittenFigure, definition: WrittenIndicator, language: Language): string {
  const { value, status, period } = figure;
  const standing = describeFigure(figure, definition, language);
  if (value === null) return standing ?? statusWords[language][status];
  const text = writeNumber(value, definition, language);
  return `${text} (${formatPeriod(period, language)}${standing === null ? '' : `, ${standing}`})`;
}

/** How a figure of an indicator stands, in words; null where it is final and nothing more is to be said. */
export function describeFigure(
  figure: Omit<Standing, 'isOfSurvey'>,
  { survey }: Pick<CatalogIndicator, 'survey'>,
  language: Language,
): string | null {
  return describeStanding({ ...figure, isOfSurvey: survey !== null }, language);
}

/** A number with its unit, where the name of the indicator does not say that. */
export function writeNumber(value: number, definition: WrittenIndicator, language: Language): string {
  const { name, unit, decimals } = definition;
  const isUnitSaid = name[language].includes(formatUnit(unit, language));
  return isUnitSaid ? formatNumber(value, decimals, language) : formatValue(value, definition, language);
}

/** What stands in a cell of a table: `84,2`, `84,2 (voorlopig)`, or without a value why. */
export function writeCell(
  figure: Omit<WrittenFigure, 'period'>,
  definition: WrittenIndicator,
  language: Language,
): string {
  const { value, status } = figure;
  const standing = describeFigure(figure, definition, language);
  if (value === null) return standing ?? statusWords[language][status];
  const number = writeNumber(value, definition, language);
  return standing === null ? number : `${number} (${standing})`;
}
