import { reportKinds } from '../../../geodata/link/view.ts';
import { BoundariesChoice } from '../../parts/choices/boundaries.tsx';
import { ReferenceChoice } from '../../parts/choices/reference-choice.tsx';
import { indicator, indicators } from '../../state/catalog.ts';
import { changePanel, changeView, view } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { PageChoices } from '../page-to-read.tsx';

/** Which areas the report is about, against what, and by which figure it draws. */
export function ReportChoices() {
  const text = words.value.report;
  return (
    <PageChoices>
      <label>
        <span>{text.about}</span>
        <select
          value={view.value.report}
          onChange={(event) => {
            const kind = reportKinds.find((each) => each === event.currentTarget.value);
            if (kind) changeView({ report: kind });
          }}
        >
          {reportKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <ReferenceChoice label={words.value.differences.against} />
      <BoundariesChoice />
      <label>
        <span>{text.drawn}</span>
        <select
          value={indicator.value?.key ?? ''}
          onChange={(event) => changePanel({ indicator: event.currentTarget.value }, 'replace')}
        >
          {indicators.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {translate(name)}
            </option>
          ))}
        </select>
      </label>
    </PageChoices>
  );
}
