import { NamedCaveats } from '../../figures/named-caveats.tsx';
import { DownloadButton } from '../../parts/table/download-button.tsx';
import { caveatsAgainst } from '../../state/area/caveats.ts';
import { changeView } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { listCells } from './csv-cells.ts';
import { members, reference } from './members.ts';
import { canCompare, referenceChoices, referenceName } from './reference.ts';

/** The selected areas in a table, each with its difference from what people choose to hold them against. */
export function ComparisonSection() {
  const text = words.value;
  const subject = describeSubject(activePanel.value);
  const title = text.selection.comparison(
    subject ? describeTitle({ ...subject, areas: '' }) : '',
    referenceName(),
  );
  return (
    <section class="selection-comparison" aria-label={text.selection.compared}>
      <div class="trend-head">
        <h3>{text.selection.compared}</h3>
        <DownloadButton
          isSmall
          fileName={`${activePanel.value.view.value?.indicator}.csv`}
          list={() => listCells(location.href)}
        />
      </div>
      <label class="choice">
        {text.selection.reference}
        <select
          value={reference.value}
          onChange={(event) => changeView({ reference: event.currentTarget.value })}
        >
          {referenceChoices().map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {!canCompare(activePanel.value) && <p class="soft small">{text.selection.sizes}</p>}
      <MemberCaveats />
      <ComparisonTable title={title} />
    </section>
  );
}

/** Over the table of the selection: which of its areas do not compare with the reference as they stand, and why. */
function MemberCaveats() {
  return (
    <NamedCaveats
      of={members.value.map(({ code, name }) => ({
        name,
        caveats: caveatsAgainst(activePanel.value, code, reference.value),
      }))}
    />
  );
}
