import { isMapLevel } from '../../../geodata/level.ts';
import { mostSelected } from '../../../geodata/link/view.ts';
import { formatUnit } from '../../../geodata/number.ts';
import { AreaField } from '../../parts/search/area-field.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { toggleSelected } from '../../state/area/selection.ts';
import { changeView, language, view } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { ComparisonSection } from './comparison-section.tsx';
import { MemberCard } from './member-card.tsx';
import { members } from './members.ts';
import { SelectionSource } from './selection-source.tsx';
import { SelectionTrend } from './selection-trend.tsx';

/** Up to ten areas of any level and municipality, side by side: cards, lines through time, and a comparison. */
export function SelectionPanel() {
  const isEmpty = members.value.length === 0;
  return (
    <div class="panel-body selection">
      <AddArea />
      {isEmpty ? (
        <EmptySelection />
      ) : (
        <>
          <Cards />
          <SelectionTrend />
          <ComparisonSection />
          <SelectionSource />
        </>
      )}
    </div>
  );
}

function AddArea() {
  const text = words.value.selection;
  const { selection } = view.value;
  if (selection.length >= mostSelected) return <p class="note">{text.full(mostSelected)}</p>;
  return (
    <AreaField
      label={text.add}
      placeholder={text.addPlaceholder}
      isRepeated
      onChoose={({ code, level }) => {
        if (isMapLevel(level) && !view.peek().selection.includes(code)) toggleSelected(code);
      }}
    />
  );
}

function EmptySelection() {
  const text = words.value.selection;
  return (
    <div class="selection-empty">
      <p>{text.empty}</p>
      <ul>
        <li>{text.emptyMap}</li>
        <li>{text.emptyTable}</li>
        <li>{text.emptySearch}</li>
      </ul>
    </div>
  );
}

function Cards() {
  const text = words.value.selection;
  const subject = describeSubject(activePanel.value);
  const unit = formatUnit(measureOf(activePanel.value)?.unit ?? '', language.value);
  return (
    <section class="members" aria-label={text.members}>
      <h2 class="panel-indicator">
        {subject && describeTitle({ ...subject, areas: '' })}
        {!subject?.name.endsWith(unit) && <span class="soft members-unit">{unit}</span>}
      </h2>
      <ul>
        {members.value.map((member) => (
          <MemberCard key={member.code} member={member} />
        ))}
      </ul>
      <p class="members-foot soft small">
        <span role="status">{text.count(members.value.length, mostSelected)}</span>
        <ViewLink change={{ page: 'report', report: 'selection' }}>{words.value.pages.openReport}</ViewLink>
        <ViewLink change={{ page: 'shared-list', list: null }}>{words.value.pages['shared-lists']}</ViewLink>
        <button type="button" class="link" onClick={() => changeView({ selection: [], reference: 'region' })}>
          {text.clear}
        </button>
      </p>
    </section>
  );
}
