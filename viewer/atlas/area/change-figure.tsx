import { formatDifference, formatUnit } from '../../../geodata/number.ts';
import { writeStory } from '../../figures/boundary-story-text.ts';
import { Caveats } from '../../figures/caveats.tsx';
import { caveatsOf } from '../../state/area/caveats.ts';
import { changeStory } from '../../state/area/lineage.ts';
import { area } from '../../state/area/selection.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { pinnedChange, tellChange } from './shown-change.ts';

/** The change of the area, as the map counts it: large, with both figures, what it means, and whether it may be chance. */
export function ChangeFigure() {
  const change = pinnedChange.value;
  const text = change && tellChange(change, activePanel.value);
  if (!text) return <div class="main-figure skeleton skeleton-figure" aria-hidden="true" />;
  return (
    <>
      <div class="main-figure">
        <Difference absolute={change.absolute} relative={change.relative} status={text.status} />
        <p class="change-ends">{text.ends}</p>
        <p>{[text.direction, otherDifference(text.absolute, text.relative)].filter(Boolean).join(', ')}</p>
        {text.chance && <p class="soft small change-chance">{text.chance}</p>}
      </div>
      <Caveats caveats={caveatsOf(activePanel.value, municipalityOf(area.data.value?.code))} />
      {change.isRedrawn && <Story />}
    </>
  );
}

/** null for what is larger than a municipality. */
function municipalityOf(code = ''): string | null {
  return /^(GM|WK|BU)/.test(code) ? `GM${code.slice(2, 6)}` : null;
}

interface DifferenceProps {
  readonly absolute: number | null;
  readonly relative: number | null;
  readonly status: string | null;
}

function Difference({ absolute, relative, status }: DifferenceProps) {
  const meant = indicator.value;
  const isRelative = shown.value?.change?.kind === 'relative';
  const value = isRelative ? relative : absolute;
  if (value === null || !meant)
    return <p class="figure figure-absent">{status ?? words.value.statuses.missing}</p>;
  const unit = meant.unit === '%' ? words.value.change.points : formatUnit(meant.unit, language.value);
  return (
    <p class="figure">
      <strong>{formatDifference(value, isRelative ? 1 : meant.decimals, language.value)}</strong>
      <span class="soft">{isRelative ? '%' : unit}</span>
    </p>
  );
}

/** The difference in the way that does not stand large above it. */
function otherDifference(absolute: string | null, relative: string | null): string | null {
  return shown.value?.change?.kind === 'relative' ? absolute : relative;
}

/** Why a redrawn area is not compared, from the lineage. */
function Story() {
  const [story, code] = [changeStory.value, area.data.value?.code];
  if (!story || !code) return null;
  const sentences = writeStory({ ...story, code, text: words.value, language: language.value });
  return (
    <div class="note">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
