import { MunicipalityOptions } from '../../../parts/choices/municipality-options.tsx';
import { ViewLink } from '../../../parts/view-link.tsx';
import { mayEdit } from '../../../state/account.ts';
import { pageMunicipality } from '../../../state/area/page-municipality.ts';
import { changeView } from '../../../state/link/view.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { words } from '../../../state/screen/reading-words.ts';
import { PageChoices, Waiting } from '../../page-to-read.tsx';
import { ownCycles, policy } from '../policy.ts';
import { BeginForm } from './begin-form.tsx';
import { CycleSection } from './cycle-section.tsx';
import '../../page.css';
import './cycle.css';

/** The policy of one municipality: each of its cycles step by step, with priorities, actions and what became of the figures. */
export function CyclePage() {
  const text = policyWords.value;
  const own = pageMunicipality.value;
  if (!policy.data.value || !own) return <Waiting />;
  return (
    <>
      <PageChoices>
        <label>
          <span>{words.value.municipality.choose}</span>
          <select
            value={own.code}
            onChange={({ currentTarget }) => changeView({ area: currentTarget.value })}
          >
            <MunicipalityOptions />
          </select>
        </label>
        <ViewLink class="button" change={{ page: 'policy' }}>
          {text.cycle.allMunicipalities}
        </ViewLink>
        <ViewLink class="button" change={{ page: 'municipality', area: own.code }}>
          {words.value.pages.ofMunicipality(own.name)}
        </ViewLink>
      </PageChoices>
      {ownCycles.value.length === 0 && <p class="page-note">{text.cycle.none}</p>}
      {ownCycles.value.map((cycle) => (
        <CycleSection key={cycle.id} cycle={cycle} />
      ))}
      {mayEdit(own.code) && <BeginForm key={own.code} municipality={own.code} />}
    </>
  );
}
