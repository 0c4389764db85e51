import type { StartBody } from '../../data/contract.ts';
import { listRealChanges } from '../../figures/change-rows.ts';
import { Changes } from '../../figures/changes.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { changed, type MunicipalChanges } from './start.ts';
import '../../figures/profile.css';

/** What was published since somebody was here, and which of his municipalities' figures changed by more than chance. */
export function ChangedSection({ found }: { readonly found: StartBody }) {
  const { start: text } = policyWords.value;
  const isWaiting = found.releases.length > 0 && !changed.isAnswered.value;
  return (
    <section aria-labelledby="changed" class="start-changed">
      <h2 id="changed">{text.changed}</h2>
      {found.releases.length === 0 && <p>{text.nothingPublished}</p>}
      {found.releases.length > 0 && (
        <>
          <h3>{text.published}</h3>
          <ul>
            {found.releases.map(({ id, title, publishedAt }) => (
              <li key={id}>
                {title} <span class="soft small">{writeDay(publishedAt.slice(0, 10))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isWaiting && found.municipalities.length > 0 && <Waiting />}
      {changed.current.value?.map((each) => (
        <OfMunicipality key={each.municipality} changes={each} />
      ))}
    </section>
  );
}

function OfMunicipality({ changes: { municipality, rows } }: { readonly changes: MunicipalChanges }) {
  const { start: text } = policyWords.value;
  const name = municipalityNames.value.get(municipality) ?? municipality;
  const tested = rows.filter(({ finding }) => finding.verdict !== 'not-testable').length;
  return (
    <>
      <h3>{text.changedIn(name)}</h3>
      {listRealChanges(rows).length === 0 ? (
        <p>{text.nothingChanged(tested)}</p>
      ) : (
        <Changes rows={rows} since="before" municipality={municipality} />
      )}
    </>
  );
}
