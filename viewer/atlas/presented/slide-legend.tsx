import { formatUnit } from '../../../geodata/number.ts';
import { nameSources } from '../../parts/share/shared-view.ts';
import { catalog } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { shownSlide } from '../../state/presentation/presented.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { words } from '../../state/screen/words.ts';
import { PanelEntries } from '../legend/legend.tsx';
import { describePinned } from '../walk/live-region.tsx';

/** More maps than these have their legends on them: in words they would take more room than there is. */
const mostInWords = 2;

/** What the maps of a slide show, what their colours mean, and from whom it is. */
export function SlideLegend() {
  const all = panels.value;
  const pinned = describePinned();
  return (
    <div class="slide-legend">
      {all.length <= mostInWords && all.map((panel) => <MapLegend key={panel.index} panel={panel} />)}
      {pinned && !shownSlide.value?.sentence.includes(pinned) && <p>{pinned}</p>}
      <p class="soft">
        {meetingWords.value.player.source}: {nameSources()}
        {catalog.data.value?.demonstration && `. ${words.value.demonstrationHint}`}
      </p>
    </div>
  );
}

function MapLegend({ panel }: { readonly panel: Panel }) {
  const subject = describeSubject(panel);
  if (!subject) return null;
  const isAlone = panels.value.length === 1;
  const measure = measureOf(panel);
  const [title, map] = [describeTitle(subject), words.value.compare.panel(panel.index + 1)];
  return (
    <section class="legend" aria-label={isAlone ? words.value.legend.label : map}>
      <h2>
        {!isAlone && `${map}: `}
        {title !== shownSlide.value?.title && `${title} `}
        {measure && <span class="soft">{formatUnit(measure.unit, language.value)}</span>}
      </h2>
      <PanelEntries panel={panel} />
    </section>
  );
}
