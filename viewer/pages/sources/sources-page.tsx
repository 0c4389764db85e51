import { signal } from '@preact/signals';
import { readProvenance } from '../../data/client.ts';
import { catalog } from '../../state/catalog.ts';
import { createResource } from '../../state/resource.ts';
import { words } from '../../state/screen/words.ts';
import { Waiting } from '../page-to-read.tsx';
import { ReleaseList } from './release-list.tsx';
import { SourceSection } from './source-section.tsx';
import { SurveySection } from './survey-section.tsx';
import './provenance.css';

/** From whom all figures and boundaries are, under which licence, since when, and in which releases they came. */
export function SourcesPage() {
  const text = words.value.provenance;
  const found = provenance.data.value;
  if (!found || !catalog.data.value) return <Waiting />;
  if (found.sources.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <p>{text.intro}</p>
      {found.sources.map((source) => (
        <SourceSection key={source.key} source={source} releases={found.releases} />
      ))}
      {catalog.data.value.surveys.map((survey) => (
        <SurveySection key={survey.key} survey={survey} />
      ))}
      <ReleaseList releases={found.releases} />
    </>
  );
}

/** Every source and release of what is published; asked for when the page is first opened. */
const provenance = createResource(signal('all'), (_key, abort) => readProvenance(abort));
