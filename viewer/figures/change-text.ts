import {
  type AreaChange,
  type Chance,
  type ChangeEnd,
  nameChange,
} from '../../geodata/comparing/area-change.ts';
import { formatDifference, formatNumber, formatUnit, formatValue } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import type { Language } from '../../geodata/text.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { type Divided, nameStatus } from '../parts/status-text.ts';
import type { Words } from '../text/words.ts';

/** What the sentences about a change need to know. */
export interface ChangeContext {
  readonly indicator: Pick<CatalogIndicator, 'unit' | 'decimals' | 'polarity' | 'kind'> & Divided;
  readonly from: string;
  readonly to: string;
  readonly text: Words;
  readonly language: Language;
}

/** A change in words; what cannot be said is null. */
export interface ChangeText {
  /** `2021: 45,2 → 2024: 50,1`; of a redrawn area `2024: 50,1`. */
  readonly ends: string;
  /** `+4,9 per 1.000 inwoners`. */
  readonly absolute: string | null;
  /** `+10,8%`. */
  readonly relative: string | null;
  /** `ongunstiger`. */
  readonly direction: string | null;
  /** Whether it may be chance, by which test, as a sentence; or that it was not tested and why. */
  readonly chance: string | null;
  /** `grens gewijzigd`, or `kan toeval zijn`: short, for a card. */
  readonly status: string | null;
}

export function writeChange(change: AreaChange, context: ChangeContext): ChangeText {
  const { indicator, text, language } = context;
  const { absolute, relative, chance } = change;
  const mayBeChance = chance !== null && 'test' in chance && chance.isChance;
  return {
    ends: writeEnds(change, context),
    absolute: absolute === null ? null : writeAbsolute(absolute, context),
    relative: relative === null ? null : `${formatDifference(relative, 1, language)}%`,
    direction: absolute === null ? null : text.area.change.directions[nameChange(absolute, indicator)],
    chance: chance && writeChance(chance, context),
    status: writeStatus(change.isRedrawn, mayBeChance, text),
  };
}

/** Of a redrawn area only the later figure is about the area on screen. */
function writeEnds({ before, after, isRedrawn }: AreaChange, context: ChangeContext): string {
  const [from, to] = [context.from, context.to].map((period) => formatPeriod(period, context.language));
  const last = `${to}: ${writeEnd(after, context)}`;
  return isRedrawn ? last : `${from}: ${writeEnd(before, context)} → ${last}`;
}

function writeStatus(isRedrawn: boolean, mayBeChance: boolean, text: Words): string | null {
  if (isRedrawn) return text.statuses['boundary-changed'];
  return mayBeChance ? text.statuses['within-chance'] : null;
}

function writeEnd(end: ChangeEnd, { indicator, language }: ChangeContext): string {
  if (end.value === null) return nameStatus(end.status, indicator);
  // The unit stands once, behind the change; per cents are short.
  return indicator.unit === '%'
    ? formatValue(end.value, indicator, language)
    : formatNumber(end.value, indicator.decimals, language);
}

function writeAbsolute(absolute: number, { indicator, text, language }: ChangeContext): string {
  const unit = indicator.unit === '%' ? text.change.points : formatUnit(indicator.unit, language);
  return `${formatDifference(absolute, indicator.decimals, language)} ${unit}`;
}

function writeChance(chance: Chance, { indicator, text, language }: ChangeContext): string {
  const sentences = text.area.change;
  if ('untested' in chance) return sentences.untested[chance.untested];
  const verdict = (chance.isChance ? sentences.chance : sentences.noChance)[chance.test];
  if (!chance.interval) return `${verdict}.`;
  const [lower, upper] = chance.interval.map((each) => formatDifference(each, indicator.decimals, language));
  return `${verdict}: ${sentences.interval(lower ?? '', upper ?? '')}.`;
}
