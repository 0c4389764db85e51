import { municipalityOfCode } from '../../../geodata/area.ts';
import { nameChange } from '../../../geodata/comparing/area-change.ts';
import { untestableReasons, verdicts } from '../../../geodata/comparing/chance/findings.ts';
import { changeBetween } from '../../../geodata/comparing/change.ts';
import { referenceValue } from '../../../geodata/comparing/references.ts';
import { formatDifference, formatNumber, formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { nameStatus } from '../../parts/status-text.ts';
import { figureOf } from '../../state/area/selection.ts';
import { language, view as link } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import type { FoundReferences } from '../../state/reference/panel-reference.ts';
import { reference as chosenReference, nameReference, whereOf } from '../../state/reference/reference.ts';
import { translate, words } from '../../state/screen/words.ts';

/** How an area lies from the reference, in words; what cannot be said is null. */
export interface DeviationText {
  /** `84,2 tegenover 45,1 in Twente`. */
  readonly ends: string;
  /** Which areas are alike, or where a target was set; null for a place, which needs no more words. */
  readonly about: string | null;
  /** `+39,1 per 1.000 inwoners`. */
  readonly absolute: string | null;
  /** `+86,7%`. */
  readonly relative: string | null;
  /** `ongunstiger`. */
  readonly direction: string | null;
  /** What the test said, as a sentence, with the interval; or that there was none. */
  readonly chance: string | null;
  readonly isChance: boolean;
  /** A warning where it stands on few cases. */
  readonly small: string | null;
}

/** null while the figures load, and where the panel shows no deviation. */
export function tellDeviation(index: number, panel: Panel): DeviationText | null {
  const { indicator, reference, view, published } = panel;
  const found = reference.found.value;
  const held = found ? referenceValue(found.references, index) : Number.NaN;
  const against = Number.isNaN(held) ? null : held;
  const code = panel.areas.byIndex.value.get(index)?.code ?? null;
  const [meant, chosen] = [indicator.value, chosenReference.value];
  if (!view.value?.deviation || !meant || !chosen || !published.value) return null;
  const text = words.value;
  const own = figureOf(published.value, index);
  const write = (value: number | null, status: string) =>
    value === null ? status : formatNumber(value, meant.decimals, language.value);
  const ends = text.area.deviation.ends(
    write(own.value, nameStatus(own.status, meant)),
    write(against, text.statuses.missing),
    whereOf({ ...chosen, name: nameReference(code) }),
  );
  const about = found && describeOwn(found, index, code);
  const none = {
    absolute: null,
    relative: null,
    direction: null,
    chance: null,
    isChance: false,
    small: null,
  };
  if (own.value === null || against === null) return { ends, about, ...none };
  const difference = changeBetween(against, own.value, 'absolute');
  const relative = changeBetween(against, own.value, 'relative');
  const unit = meant.unit === '%' ? text.change.points : formatUnit(meant.unit, language.value);
  return {
    ends,
    about,
    absolute: `${formatDifference(difference, meant.decimals, language.value)} ${unit}`,
    relative: Number.isNaN(relative) ? null : `${formatDifference(relative, 1, language.value)}%`,
    direction: text.area.change.directions[nameChange(difference, meant)],
    ...tellChance(index, panel, meant.decimals),
  };
}

/** What the reference of an area is, where that is none that people know by its name. */
function describeOwn(
  { references, groups, targets }: FoundReferences,
  index: number,
  code: string | null,
): string | null {
  const text = words.value.references;
  const group = groups?.[references.referenceOf[index] ?? -1];
  if (group) return text.group(translate(group.name), group.size);
  const target = code && targets?.find(({ municipality }) => municipality === municipalityOfCode(code));
  return target ? text.target(formatPeriod(target.period, language.value), target.source.title) : null;
}

function tellChance(index: number, { comparison }: Panel, decimals: number) {
  const text = words.value.area;
  const found = comparison.result.value;
  if (link.value.chance === 'off' || !found) return { chance: null, isChance: false, small: null };
  const small = found.smallNumbers[index] === 1 ? text.deviation.small : null;
  if (untestableReasons[found.reasons[index] ?? 0] !== 'tested')
    return { chance: text.deviation.untested, isChance: false, small };
  const isChance = verdicts[found.verdicts[index] ?? 0] === 'not-different';
  const write = (value = Number.NaN) => formatDifference(value, decimals, language.value);
  const interval = text.change.interval(write(found.lower[index]), write(found.upper[index]));
  return {
    chance: `${isChance ? text.deviation.chance : text.deviation.noChance}: ${interval}.`,
    isChance,
    small,
  };
}
