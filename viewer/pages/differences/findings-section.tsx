import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../../geodata/comparing/chance/findings.ts';
import { nameSide } from '../../../geodata/comparing/difference.ts';
import { referenceValue } from '../../../geodata/comparing/references.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { NamedCaveats } from '../../figures/named-caveats.tsx';
import { InTurn } from '../../parts/in-turn.tsx';
import { nameStatus } from '../../parts/status-text.ts';
import { caveatsAgainst } from '../../state/area/caveats.ts';
import { catalog, indicator, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { reference } from '../../state/reference/reference.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { words } from '../../state/screen/words.ts';
import { NewList } from '../shared-lists/new-list.tsx';
import '../shared-lists/shared-lists.css';
import { DifferenceTable } from './difference-table.tsx';
import { OwnReferences } from './own-references.tsx';
import { PracticesSection } from './practices-section.tsx';
import { type DifferenceRow, type Findings, listFindings } from './rows.ts';

/** What was found, in one sentence and then area by area, with the test that found it. */
export function FindingsSection({ comparison }: { readonly comparison: Comparison }) {
  const text = words.value.differences;
  const meant = indicator.value;
  const { published, areas: list, reference: held } = activePanel.value;
  const values = published.value?.values;
  const found = held.found.value;
  const areas = list.byCode.value;
  // The areas may come after the comparison: nothing is said of none of them.
  const findings = useMemo(
    () => values && areas.size > 0 && listFindings(comparison, values, areas.values()),
    [comparison, values, areas],
  );
  if (!meant || !findings || !reference.value || !found) return null;
  const { one, many } = words.value.levels[shown.value?.level ?? 'neighbourhood'];
  const name = reference.value.name;
  const write = (value: number) => formatNumber(value, meant.decimals, language.value);
  const describe = (side: DifferenceRow['side']) => {
    const count = findings.rows.filter((row) => row.side === side).length;
    const direction = nameSide(side, meant.polarity);
    const meaning = direction === side ? '' : ` (${words.value.selection.directions[direction]})`;
    return text.sides[side](count, meaning);
  };
  return (
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings">
        {text.found(findings.rows.length, findings.tested, findings.tested === 1 ? one : many, name)}
      </h2>
      <p>
        {findings.rows.length > 0 && `${describe('higher')} ${describe('lower')} `}
        {text.notDifferent(findings.notDifferent)}
      </p>
      <p class="soft">
        {reference.value.kind === 'place' && (
          <>
            {name}: {write(referenceValue(found.references, 0))} {formatUnit(meant.unit, language.value)}.{' '}
          </>
        )}
        {text.methods[comparison.method]} {text.corrected(findings.tested)}
      </p>
      <OwnReferences found={found} indicator={meant} />
      <MunicipalityCaveats reference={reference.value.key} />
      {findings.rows.length > 0 && (
        <InTurn>{() => <DifferenceTable rows={findings.rows} indicator={meant} />}</InTurn>
      )}
      <PracticesSection rows={findings.rows} />
      <Untested findings={findings} />
      {findings.rows.length > 0 && <SharedListOf findings={findings} />}
    </section>
  );
}

/** Which municipalities' areas do not compare with the reference as they stand. */
function MunicipalityCaveats({ reference: key }: { readonly reference: string }) {
  const all = catalog.data.value?.municipalities ?? [];
  return (
    <NamedCaveats
      of={all.map(({ code, name }) => ({ name, caveats: caveatsAgainst(activePanel.value, code, key) }))}
    />
  );
}

/** A shared list of the areas that differ, for who works on them with others. */
function SharedListOf({ findings: { rows } }: { readonly findings: Findings }) {
  const view = shown.value;
  if (!view) return null;
  const codesOf = (side: DifferenceRow['side']) =>
    rows.filter((row) => row.side === side).map(({ code }) => code);
  return (
    <details class="list-make">
      <summary>{policyWords.value.lists.make}</summary>
      <NewList
        indicator={view.indicator}
        period={view.period}
        areas={{ higher: codesOf('higher'), lower: codesOf('lower') }}
      />
    </details>
  );
}

function Untested({ findings: { untested } }: { readonly findings: Findings }) {
  const text = words.value.differences;
  const reasons = [...untested].filter(([reason]) => reason !== 'tested' && reason !== 'no-area');
  if (reasons.length === 0) return null;
  const nameReason = (reason: (typeof reasons)[number][0]) =>
    reason === 'too-few' ? nameStatus(reason, activePanel.value.indicator.value) : text.reasons[reason];
  return (
    <p class="soft">
      {text.untested} {reasons.map(([reason, count]) => `${count} ${nameReason(reason)}`).join(', ')}.
    </p>
  );
}
