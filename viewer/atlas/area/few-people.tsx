import { municipalityOfCode } from '../../../geodata/area.ts';
import { chooseIntervalMethod } from '../../../geodata/comparing/chance/method.ts';
import { comparePairs } from '../../../geodata/comparing/chance/pairs.ts';
import type { Side } from '../../../geodata/comparing/chance/side.ts';
import { findBreaks } from '../../../geodata/comparing/comparability.ts';
import { denominatorOf } from '../../../geodata/denominator.ts';
import { nearestPeriod } from '../../../geodata/nearest-period.ts';
import { formatDifference, formatNumber, formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator, ObservationRow } from '../../data/contract.ts';
import { listIngredients } from '../../state/area/few-people.ts';
import { area } from '../../state/area/selection.ts';
import { indicator, indicatorOf, indicators, municipalityNames, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import './few-people.css';

const squareMetresPerHectare = 10_000;

/** What can be said of an area with too few people for a rate: how many there are, and of the count all that needs no people. */
export function FewPeople() {
  const text = words.value.tooFew;
  const [found, meant, period] = [area.data.value, indicator.value, shown.value?.period];
  if (!found || !meant || !period) return null;
  const people = findPeople(meant, found.code, period);
  const counted = meant.derive && indicatorOf(meant.derive.numerator);
  return (
    <section class="few-people">
      <h3>{text.heading}</h3>
      <dl>
        {counted && (
          <CountEntries counted={counted} code={found.code} period={period} areaM2={found.areaM2} />
        )}
        {people && (
          <>
            <dt>{translate(people.counted.name)}</dt>
            <dd>
              {writeCount(people.row.value ?? 0, people.counted)}
              {people.row.period !== period && ` (${formatPeriod(people.row.period, language.value)})`}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface CountEntriesProps {
  readonly counted: CatalogIndicator;
  readonly code: string;
  readonly period: string;
  readonly areaM2: number | null;
}

function CountEntries({ counted, code, period, areaM2 }: CountEntriesProps) {
  const text = words.value.tooFew;
  const points = listIngredients(counted.key, code);
  const index = points.findIndex((point) => point.period === period);
  const [now, before] = [points[index], points[index - 1]];
  if (now?.value == null) return null;
  const whole = findWhole(counted, code, period);
  const hectares = (areaM2 ?? 0) / squareMetresPerHectare;
  return (
    <>
      <dt>{translate(counted.name)}</dt>
      <dd>
        <strong>{writeCount(now.value, counted)}</strong> {formatUnit(counted.unit, language.value)}
      </dd>
      {before?.value != null && <dd>{writeChange(counted, before, now)}</dd>}
      {whole && <dd>{text.shareOf(writeShort((now.value / whole.value) * 100), whole.name)}</dd>}
      {hectares > 0 && <dd>{text.perHectare(writeShort(now.value / hectares), writeShort(hectares))}</dd>}
    </>
  );
}

function writeCount(value: number, { decimals }: CatalogIndicator): string {
  return formatNumber(value, decimals, language.value);
}

/** A figure of our own making: to one decimal, or two below one. */
function writeShort(value: number): string {
  return formatNumber(value, Math.abs(value) < 1 ? 2 : 1, language.value);
}

/** How many people there are, in the period itself or the one nearest to it, as the rate would be divided by. */
function findPeople(meant: CatalogIndicator, code: string, period: string) {
  const key = denominatorOf(meant);
  const counted = key === null ? null : indicatorOf(key);
  const rows = key === null ? [] : listIngredients(key, code).filter(({ value }) => value !== null);
  const nearest = nearestPeriod(
    period,
    rows.map((row) => row.period),
  );
  const row = rows.find((each) => each.period === nearest);
  return counted && row ? { counted, row } : null;
}

function findWhole(counted: CatalogIndicator, code: string, period: string) {
  const municipality = municipalityOfCode(code);
  if (municipality === code || !/^(WK|BU)/.test(code)) return null;
  const value = listIngredients(counted.key, municipality).find((row) => row.period === period)?.value;
  return value ? { value, name: municipalityNames.value.get(municipality) ?? municipality } : null;
}

/** The change of the count since the period before, and whether it may be chance, where the two can be compared. */
function writeChange(counted: CatalogIndicator, before: ObservationRow, now: ObservationRow): string {
  const text = words.value.tooFew;
  const difference = (now.value ?? 0) - (before.value ?? 0);
  const isSame = before.boundaryYear === now.boundaryYear;
  const isBroken = findBreaks(counted.breaks, before.period, now.period).length > 0;
  const interval =
    isSame && !isBroken && counted.kind === 'count'
      ? chooseIntervalMethod(counted, indicators.value, false)
      : null;
  const [finding] = comparePairs([{ interval, one: sideOf(now), other: sideOf(before), isPart: false }]);
  const verdict = {
    'not-testable': text.isUntested,
    'not-different': text.isChance,
    higher: text.isNoChance,
    lower: text.isNoChance,
  }[finding?.verdict ?? 'not-testable'];
  const written = formatDifference(difference, counted.decimals, language.value);
  return text.change(written, formatPeriod(before.period, language.value), verdict);
}

function sideOf({ value, status }: ObservationRow): Side {
  const known = value ?? Number.NaN;
  return { value: known, status, lower: Number.NaN, upper: Number.NaN, count: known, exposure: 1 };
}
