import { formatDay } from '../../../geodata/day.ts';
import { defaultPanel } from '../../../geodata/link/view.ts';
import type { Releases, Sources } from '../../data/contract.ts';
import { Reference } from '../../parts/source-reference.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicators } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { summarizePeriods } from './periods.ts';

type Source = Sources['sources'][number];

/** One source: its licence, when it was retrieved, and every indicator that it gave, with what of that is provisional. */
export function SourceSection({
  source,
  releases,
}: {
  readonly source: Source;
  readonly releases: Releases['releases'];
}) {
  const text = words.value.provenance;
  const own = releases.filter((release) => source.releases.includes(release.package));
  const latest = own.at(-1);
  return (
    <section class="provenance" aria-labelledby={`source-${source.key}`}>
      <h2 id={`source-${source.key}`}>
        <Reference title={source.title} url={source.url} />
      </h2>
      <dl>
        <dt>{text.licence}</dt>
        <dd>
          {source.licence ? (
            <Reference title={source.licence.title} url={source.licence.url} />
          ) : (
            <span class="soft">{text.noLicence}</span>
          )}
        </dd>
        {latest && (
          <>
            <dt>{text.retrieved}</dt>
            <dd>{formatDay(latest.retrievedAt, language.value)}</dd>
            <dt>{text.version}</dt>
            <dd>{own.map(({ title }) => title).join(', ')}</dd>
          </>
        )}
        {source.boundaryYears.length > 0 && (
          <>
            <dt>{text.boundaries}</dt>
            <dd>{source.boundaryYears.join(', ')}</dd>
          </>
        )}
      </dl>
      <SourceFigures source={source} />
    </section>
  );
}

function SourceFigures({ source }: { readonly source: Source }) {
  const text = words.value.provenance;
  const given = indicators.value.flatMap((indicator) => {
    const periods = source.periods.filter((each) => each.indicator === indicator.key);
    return periods.length > 0 ? [{ indicator, periods }] : [];
  });
  if (given.length === 0) return null;
  const write = (periods: Source['periods']) =>
    summarizePeriods(
      periods.map(({ period }) => period),
      language.value,
    );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.figures}</th>
          <th scope="col">{text.periods}</th>
          <th scope="col">{text.provisional}</th>
        </tr>
      </thead>
      <tbody>
        {given.map(({ indicator, periods }) => (
          <tr key={indicator.key}>
            <th scope="row">
              <ViewLink change={{ page: 'map', panels: [{ ...defaultPanel, indicator: indicator.key }] }}>
                {translate(indicator.name)}
              </ViewLink>
            </th>
            <td>{write(periods)}</td>
            <td>{write(periods.filter(({ provisional }) => provisional)) || <span class="soft">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
