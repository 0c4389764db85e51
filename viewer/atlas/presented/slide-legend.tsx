import { formatUnit } from '../../../geodata/number.ts';
import { nameSources } from '../../parts/share/shared-view.ts';
import { catalog } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { shownSlide } from '../../state/presentation/presented.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { words } from '../../state/screen/words.ts';
import { PanelEntries } from '../legend/legend.tsx';
import { describePinned } from '../walk/live-region.tsx';

/** What the maps of a slide show, what their colours mean, and from whom it is. Each of several maps has its own legend on it. */
export function SlideLegend() {
  const all = panels.value;
  const [panel] = all;
  const subject = panel && describeSubject(panel);
  const measure = panel && measureOf(panel);
  const pinned = describePinned();
  const title = subject ? describeTitle(subject) : '';
  return (
    <div class="slide-legend">
      {all.length === 1 && panel && subject && (
        <section class="legend" aria-label={words.value.legend.label}>
          <h2>
            {title !== shownSlide.value?.title && `${title} `}
            {measure && <span class="soft">{formatUnit(measure.unit, language.value)}</span>}
          </h2>
          <PanelEntries panel={panel} />
        </section>
      )}
      {pinned && !shownSlide.value?.sentence.includes(pinned) && <p>{pinned}</p>}
      <p class="soft">
        {meetingWords.value.player.source}: {nameSources()}
        {catalog.data.value?.demonstration && `. ${words.value.demonstrationHint}`}
      </p>
    </div>
  );
}
