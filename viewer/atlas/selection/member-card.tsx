import { LineSample } from '../../parts/chart/trend.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isRemarked, nameStatus } from '../../parts/status-text.ts';
import { toggleSelected } from '../../state/area/selection.ts';
import { changePanel, changeView } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { wishArea } from '../../state/screen/wished-bounds.ts';
import { words } from '../../state/screen/words.ts';
import { Bounds, MemberFigure, PlainFigure } from './figure-status.tsx';
import { highlight, highlighted } from './highlight.ts';
import { type SelectedFigure, selectedFigure } from './levels.ts';
import type { Member } from './members.ts';

/** One selected area: its number, line, figure, and what can be done with it. Pointing at it lets it stand out everywhere. */
export function MemberCard({ member }: { readonly member: Member }) {
  const text = words.value;
  const { code, name, level, municipality, look, isReference } = member;
  const classes = ['member'];
  if (highlighted.value === code) classes.push('hovered');
  const place = municipality ? text.area.of(text.levels[level].one, municipality) : text.levels[level].one;
  const figure = selectedFigure(code, activePanel.value);
  const status =
    figure?.value != null && isRemarked(figure)
      ? nameStatus(figure.status, activePanel.value.indicator.value, figure.reason)
      : null;
  return (
    <li
      class={classes.join(' ')}
      onMouseEnter={() => highlight(code)}
      onMouseLeave={() => highlight(null)}
      onFocusCapture={() => highlight(code)}
      onBlurCapture={() => highlight(null)}
    >
      <NumberBadge {...member} />
      <button type="button" class="member-name" onClick={() => showMember(member)}>
        {name}
      </button>
      <span class="member-figure number">
        <CardFigure member={member} figure={figure} />
      </span>
      <button
        type="button"
        class="tool member-remove"
        aria-label={text.selection.remove(name)}
        title={text.selection.removeArea}
        onClick={() => toggleSelected(code)}
      >
        <Icon name="close" />
      </button>
      <span class={`line member-line ${look}`}>
        <LineSample />
      </span>
      <span class="member-foot">
        <span class="soft small">{[place, status].filter(Boolean).join(' · ')}</span>
        <button
          type="button"
          class="link small member-reference"
          aria-pressed={isReference}
          aria-label={`${text.selection.asReference}: ${name}`}
          onClick={() => changeView({ reference: isReference ? 'region' : code })}
        >
          {isReference ? text.selection.isReference : text.selection.asReference}
        </button>
      </span>
    </li>
  );
}

interface CardFigureProps {
  readonly member: Member;
  readonly figure: SelectedFigure | null;
}

/** The figure of the active panel with its bounds, or in words why there is none. */
function CardFigure({ member, figure }: CardFigureProps) {
  const panel = activePanel.value;
  if (figure?.value == null) return <MemberFigure member={member} figure={figure} panel={panel} />;
  return (
    <>
      <PlainFigure value={figure.value} panel={panel} />
      <Bounds figure={figure} panel={panel} />
    </>
  );
}

/** The number that an area of the selection has on the map, in the chart and in the tables; ringed where it is brushed. */
export function NumberBadge({ number, isBrushed }: Pick<Member, 'number' | 'isBrushed'>) {
  const { brushedMark } = words.value.table;
  return (
    <span
      class={isBrushed ? 'number-badge badge-brushed' : 'number-badge'}
      title={isBrushed ? brushedMark : undefined}
    >
      {number}
      {isBrushed && <span class="hidden-text">, {brushedMark}</span>}
    </span>
  );
}

/** Pins an area of the selection on its own level and lets the map go there. */
export function showMember({ code, level }: Member): void {
  wishArea(code);
  changePanel({ level }, 'push', undefined, { area: code });
}
