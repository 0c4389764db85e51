import { catalog } from '../../../state/catalog.ts';
import { changeView } from '../../../state/link/view.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { PageChoices, Waiting } from '../../page-to-read.tsx';
import { matrixMunicipalities, policy, template, templates } from '../policy.ts';
import { MatrixTable } from './matrix-table.tsx';
import { RhythmSection } from './rhythm-section.tsx';
import { RoundsSection } from './rounds-section.tsx';
import '../../page.css';
import './matrix.css';

/** All municipalities beside each other, step by step: how far they are, who keeps step with whom, and whose survey compares. */
export function MatrixPage() {
  const { matrix } = policyWords.value;
  const shown = template.value;
  if (!policy.data.value || !catalog.data.value || !shown) return <Waiting />;
  const planned = matrixMunicipalities.value.filter(({ cycle }) => cycle);
  return (
    <>
      <p class="page-intro matrix-intro">{matrix.intro}</p>
      <PageChoices>
        <label>
          <span>{matrix.template}</span>
          <select
            value={shown.key}
            onChange={({ currentTarget }) => changeView({ template: currentTarget.value })}
          >
            {templates.value.map(({ key, name }) => (
              <option key={key} value={key}>
                {translate(name)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => window.print()}>
          {matrix.print}
        </button>
      </PageChoices>
      <p class="matrix-about">
        {translate(shown.about)} {matrix.hasPlan(planned.length, matrixMunicipalities.value.length)}
      </p>
      {planned.length === 0 && <p class="page-note">{matrix.none}</p>}
      <MatrixTable />
      <RhythmSection />
      <RoundsSection />
    </>
  );
}
