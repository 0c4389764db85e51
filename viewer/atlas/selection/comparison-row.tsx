import type { Difference } from '../../../geodata/comparing/difference.ts';
import { formatDifference } from '../../../geodata/number.ts';
import { nameStatus } from '../../parts/status-text.ts';
import { language } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import { activePanel, panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { MemberFigure, PlainFigure } from './figure-status.tsx';
import { highlight, highlighted } from './highlight.ts';
import { NumberBadge, showMember } from './member-card.tsx';
import { canTakePercents, referenceFigure, referenceName } from './reference.ts';
import type { ComparedRow } from './rows.ts';

interface RowProps {
  readonly hasDifference: boolean;
}

/** One selected area: its figures, and how the active panel's stands to the reference. */
export function ComparedAreaRow({ row, hasDifference }: RowProps & { readonly row: ComparedRow }) {
  const { member, figures, difference } = row;
  return (
    <tr
      class={highlighted.value === member.code ? 'hovered' : undefined}
      onMouseEnter={() => highlight(member.code)}
      onMouseLeave={() => highlight(null)}
      onFocusCapture={() => highlight(member.code)}
      onBlurCapture={() => highlight(null)}
    >
      <th scope="row">
        <span class="compared-name">
          <NumberBadge {...member} />
          <button type="button" onClick={() => showMember(member)}>
            {member.name}
          </button>
        </span>
      </th>
      {panels.value.map((panel, index) => (
        <td key={panel.index} class="number">
          <MemberFigure member={member} figure={figures[index] ?? null} panel={panel} />
        </td>
      ))}
      {hasDifference && <DifferenceCells difference={difference} isReference={member.isReference} />}
    </tr>
  );
}

/** The region or the country, that the areas are held against. */
export function ReferenceRow({ hasDifference }: RowProps) {
  return (
    <tr class="reference-row">
      <th scope="row">{referenceName()}</th>
      {panels.value.map((panel) => {
        const figure = referenceFigure(panel);
        const status = figure && nameStatus(figure.status, panel.indicator.value, figure.reason);
        return (
          <td key={panel.index} class="number">
            {figure?.value != null ? (
              <PlainFigure value={figure.value} panel={panel} />
            ) : (
              <span class="absent-status">{status}</span>
            )}
          </td>
        );
      })}
      {hasDifference && <DifferenceCells difference={null} isReference />}
    </tr>
  );
}

interface DifferenceProps {
  readonly difference: Difference | null;
  readonly isReference: boolean;
}

function DifferenceCells({ difference, isReference }: DifferenceProps) {
  const text = words.value.selection;
  const hasPercents = canTakePercents(activePanel.value);
  if (isReference)
    return (
      <>
        <td class="number soft">{text.isReference}</td>
        {hasPercents && <td />}
      </>
    );
  const decimals = measureOf(activePanel.value)?.decimals ?? 0;
  return (
    <>
      <td class="number">
        {difference && (
          <>
            {formatDifference(difference.amount, decimals, language.value)}
            <DirectionWords difference={difference} />
          </>
        )}
      </td>
      {hasPercents && (
        <td class="number">
          {difference?.percent != null && `${formatDifference(difference.percent, 0, language.value)}%`}
        </td>
      )}
    </>
  );
}

/** What sets the directions apart without colour: a triangle up or down says higher or lower, the word what that means. */
const shapes = { '1': '▲', '0': '＝', '-1': '▼' } as const;

function DirectionWords({ difference: { sign, direction } }: { readonly difference: Difference }) {
  return (
    <span class={`direction direction-${direction} small`}>
      <span aria-hidden="true">{shapes[sign]} </span>
      {words.value.selection.directions[direction]}
    </span>
  );
}
