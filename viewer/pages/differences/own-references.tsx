import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import type { FoundReferences } from '../../state/reference/panel-reference.ts';
import { translate, words } from '../../state/screen/words.ts';

interface OwnReferencesProps {
  readonly found: FoundReferences;
  readonly indicator: CatalogIndicator;
}

/** What areas are held against where each has its own: the groups that are alike, or the targets with their sources. */
export function OwnReferences({ found, indicator }: OwnReferencesProps) {
  const text = words.value.references;
  const rows = listGroups(found, indicator) ?? listTargets(found, indicator);
  if (!rows) return null;
  const isGroups = found.groups !== undefined;
  const label = text.labels[isGroups ? 'peers' : 'target'];
  return (
    <details class="own-references">
      <summary>{isGroups ? text.groups(rows.length) : text.targets(rows.length)}</summary>
      {found.madeBy && <p class="soft">{text.madeBy(found.madeBy.map(translate).join(', '))}</p>}
      <TableToRead label={label}>
        <thead>
          <tr>
            <th scope="col">{isGroups ? text.kind : words.value.levels.municipality.one}</th>
            <th scope="col" class="number">
              {formatUnit(indicator.unit, language.value)}
            </th>
            <th scope="col">{isGroups ? text.size : text.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, note, url }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{value}</td>
              <td>{url ? <a href={url}>{note}</a> : note}</td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
    </details>
  );
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly url: string | null;
}

function listGroups({ groups, references }: FoundReferences, { decimals }: CatalogIndicator): Row[] | null {
  const { statuses } = words.value;
  return (
    groups?.map(({ name, size }, group) => {
      const value = references.values[group] ?? Number.NaN;
      return {
        name: translate(name),
        value: Number.isNaN(value) ? statuses.missing : formatNumber(value, decimals, language.value),
        note: String(size),
        url: null,
      };
    }) ?? null
  );
}

function listTargets({ targets }: FoundReferences, { decimals }: CatalogIndicator): Row[] | null {
  return (
    targets
      ?.map(({ municipality, period, value, source }) => ({
        name: `${municipalityNames.value.get(municipality) ?? municipality}, ${formatPeriod(period, language.value)}`,
        value: formatNumber(value, decimals, language.value),
        note: source.title,
        url: source.url,
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)) ?? null
  );
}
