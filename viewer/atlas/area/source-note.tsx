import { Reference } from '../../parts/source-reference.tsx';
import { nameSmallestDenominator } from '../../parts/status-text.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { type Making, making } from '../../state/area/benchmarks.ts';
import { boundaryYear, indicator } from '../../state/catalog.ts';
import { words } from '../../state/screen/words.ts';

/** Where the figure comes from, under which licence, in which boundaries, and how it was made. */
export function SourceNote() {
  const text = words.value;
  const source = making.value?.source ?? indicator.value?.source;
  if (!source) return null;
  const rule = indicator.value && nameSmallestDenominator(indicator.value);
  return (
    <dl class="source">
      <dt>{text.area.source}</dt>
      <dd>
        <Reference title={source.title} url={source.url} />
      </dd>
      {source.licence && (
        <>
          <dt>{text.area.licence}</dt>
          <dd>
            <Reference title={source.licence.title} url={source.licence.url} />
          </dd>
        </>
      )}
      <dt>{text.area.boundaries}</dt>
      <dd>{boundaryYear.value}</dd>
      {making.value && (
        <>
          <dt>{text.area.derived}</dt>
          <dd>{describeMaking(making.value)}</dd>
        </>
      )}
      {rule && (
        <>
          <dt>{text.area.smallest}</dt>
          <dd>{rule}</dd>
        </>
      )}
      <dd class="source-more">
        <ViewLink change={{ page: 'sources' }}>{text.pages.sources}</ViewLink>
      </dd>
    </dl>
  );
}

function describeMaking({ origin, note }: Making): string {
  const text = words.value.area;
  const { reasons, rounded } = words.value.suppression;
  if (note?.suppressed) return reasons[note.suppressed];
  if (note?.roundedTo !== undefined && origin !== 'derived') return rounded(String(note.roundedTo));
  if (origin === 'published') return text.published;
  if (origin === 'withheld') return text.withheld;
  if (origin === 'derived')
    return note?.denominatorPeriod ? text.derivedFrom(note.denominatorPeriod) : text.derivedHere;
  return note?.parts && note.partsKnown ? text.aggregated(note.partsKnown, note.parts) : text.aggregatedHere;
}
