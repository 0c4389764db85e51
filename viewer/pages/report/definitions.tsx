import { formatUnit } from '../../../geodata/number.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { Reference } from '../../parts/source-reference.tsx';
import { nameSmallestDenominator } from '../../parts/status-text.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { indicatorOf } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { type ReportFigures, rowsOf } from './report.ts';

/** What every figure of the report is: unit, how it is made, how it reads, from whom and under which licence. */
export function Definitions({ areaFigures }: { readonly areaFigures: ReportFigures }) {
  const text = words.value;
  const used = new Set(
    areaFigures.areas.flatMap((area) => rowsOf(area, areaFigures).map(({ indicator }) => indicator)),
  );
  return (
    <section class="report-definitions">
      <h2>{text.report.definitions}</h2>
      <p>{text.report.methods}</p>
      <TableToRead label={text.report.definitions} class="figures" caption={text.report.definitions}>
        <thead>
          <tr>
            <th scope="col">{text.profile.figure}</th>
            <th scope="col">{text.report.made}</th>
            <th scope="col">{text.differences.source}</th>
          </tr>
        </thead>
        <tbody>
          {[...used].map((indicator) => (
            <tr key={indicator.key}>
              <th scope="row">
                {translate(indicator.name)}{' '}
                <span class="soft small">{formatUnit(indicator.unit, language.value)}</span>
              </th>
              <td>
                {describeMaking(indicator)} {text.report.polarities[indicator.polarity]}
                {writeRule(indicator)}
              </td>
              <td>
                {indicator.source && <Reference title={indicator.source.title} url={indicator.source.url} />}
                {indicator.source?.licence && (
                  <span class="bounds soft small">{indicator.source.licence.title}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
    </section>
  );
}

function describeMaking({ derive, aggregate }: CatalogIndicator): string {
  const text = words.value.report;
  const name = (key: string) => {
    const indicator = indicatorOf(key);
    return indicator ? translate(indicator.name) : key;
  };
  if (derive) return text.derived(name(derive.numerator), name(derive.denominator), String(derive.factor));
  if (typeof aggregate === 'object') return text.weighted(name(aggregate.weightedBy));
  return aggregate === 'sum' ? text.summed : text.asPublished;
}

/** From how many people on it is given, as a sentence. */
function writeRule(indicator: CatalogIndicator): string | null {
  const rule = nameSmallestDenominator(indicator);
  return rule && ` ${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;
}
