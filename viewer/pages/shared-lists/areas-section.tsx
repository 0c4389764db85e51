import { useSignal } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { SharedArea, SharedList } from '../../../geodata/policy/shared-list.ts';
import { SmallMultiples } from '../../parts/chart/small-multiples.tsx';
import { useWriting } from '../../parts/form/shared-form.tsx';
import { AreaField } from '../../parts/search/area-field.tsx';
import { AreaHead, TableToRead } from '../../parts/table/table-to-read.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayEdit, mayTakePart } from '../../state/account.ts';
import { indicatorOf } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { translate } from '../../state/screen/words.ts';
import { SinceCells } from '../policy/since-cells.tsx';
import { AreaForm } from './area-form.tsx';
import { followed } from './followed.ts';
import { changeList } from './shared-lists.ts';

interface AreasProps {
  readonly list: SharedList;
  /** Whether who is signed in may change all of them, not only those that he edits. */
  readonly canChange: boolean;
}

/** The areas of a list: who does what in each, and how its figure went since the list was made. */
export function AreasSection({ list, canChange }: AreasProps) {
  const { lists, cycle } = policyWords.value;
  const edited = useSignal<string | null>(null);
  const writing = useWriting(() => undefined);
  const rows = followed.data.value?.rows;
  const tested = [...(rows?.values() ?? [])].filter(
    ({ finding }) => finding && finding.verdict !== 'not-testable',
  ).length;
  const indicator = indicatorOf(list.indicator);
  const open = list.areas.find(({ area }) => area === edited.value);
  const isOpenTo = ({ area }: SharedArea) =>
    canChange || (mayTakePart() && mayEdit(municipalityOfCode(area)));
  const isAnyOpen = list.areas.some(isOpenTo);
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">{lists.figures}</h2>
      {indicator && (
        <p class="stacked-unit soft small">
          {describeMeasure(translate(indicator.name), formatUnit(indicator.unit, language.value))}
        </p>
      )}
      <TableToRead label={`${lists.areas}: ${list.title}`} class="figures shared-areas stacked-table">
        <thead>
          <tr>
            <th scope="col">{lists.areas}</th>
            <th scope="col">
              {lists.owner}, {lists.practice.toLowerCase()}
            </th>
            <th scope="col" class="number">
              {formatPeriod(list.period, language.value)}
              <br />
              <span class="small">{formatUnit(indicator?.unit ?? '', language.value)}</span>
            </th>
            <th scope="col" class="number">
              {cycle.after}
            </th>
            <th scope="col" class="number">
              {cycle.change}
            </th>
            <td />
            {isAnyOpen && <td class="for-writers" />}
          </tr>
        </thead>
        <tbody>
          {list.areas.map((area) => (
            <tr key={area.area}>
              <AreaHead code={area.area} name={area.name} />
              <td>
                <Doing area={area} />
              </td>
              <Figures code={area.area} />
              {isAnyOpen && (
                <td class="for-writers">
                  {isOpenTo(area) && (
                    <button
                      type="button"
                      class="button"
                      aria-label={policyWords.value.forms.editOf(area.name)}
                      onClick={() => {
                        edited.value = area.area;
                      }}
                    >
                      {policyWords.value.forms.edit}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableToRead>
      {open && (
        <AreaForm
          key={open.area}
          list={list}
          area={open}
          close={() => {
            edited.value = null;
          }}
        />
      )}
      <FollowedChart list={list} />
      <p class="soft small">
        {tested > 0 && `${cycle.chance(tested)} `}
        {cycle.noCause}
      </p>
      {canChange && (
        <div class="list-adding for-writers">
          <AreaField
            label={lists.howToAdd}
            placeholder={lists.howToAdd}
            isRepeated
            onChoose={({ code }) => {
              if (list.areas.some(({ area }) => area === code)) return;
              const body = {
                owner: '',
                isMine: null,
                practice: { title: '', id: null },
                note: '',
                version: 0,
              };
              void writing.write(() => changeList(`${list.id}/areas/${code}`, body));
            }}
          />
        </div>
      )}
    </section>
  );
}

/** Every area of the list through time, on one scale and beside the region. */
function FollowedChart({ list }: { readonly list: SharedList }) {
  const { lists } = policyWords.value;
  const [found, indicator] = [followed.current.value, indicatorOf(list.indicator)];
  if (!found || !indicator || found.lines.length === 0) return null;
  const newest = found.lines.flatMap(({ points }) => points.at(-1)?.period ?? []).sort();
  return (
    <SmallMultiples
      title={lists.chart(translate(indicator.name))}
      source={indicator.source?.title ?? ''}
      unit={indicator.unit}
      decimals={indicator.decimals}
      lines={found.lines}
      reference={found.reference}
      marked=""
      current={newest.at(-1) ?? ''}
    />
  );
}

function Doing({ area: { owner, account, practice, note } }: { readonly area: SharedArea }) {
  const { lists, cycle } = policyWords.value;
  const who = [owner, account && `${cycle.inHands} ${account.name}`].filter(Boolean).join('. ');
  return (
    <>
      {who || <span class="soft">{lists.noOwner}</span>}
      {practice.id !== null ? (
        <ViewLink class="shared-practice" change={{ page: 'contribution', contribution: practice.id }}>
          {practice.title || lists.practice}
        </ViewLink>
      ) : (
        practice.title && <span class="shared-practice">{practice.title}</span>
      )}
      {note && <span class="shared-note soft small">{note}</span>}
    </>
  );
}

function Figures({ code }: { readonly code: string }) {
  const row = followed.data.value?.rows.get(code);
  if (row) return <SinceCells row={row} />;
  return (
    <td colSpan={4} class="soft">
      {followed.isAnswered.value ? policyWords.value.cycle.noFigure : ''}
    </td>
  );
}

/** A name with its unit, which it may say already. */
function describeMeasure(name: string, unit: string): string {
  return name.toLowerCase().includes(unit.toLowerCase()) ? name : `${name}, ${unit}`;
}
