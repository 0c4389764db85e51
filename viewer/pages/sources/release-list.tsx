import { formatDay } from '../../../geodata/day.ts';
import { formatNumber } from '../../../geodata/number.ts';
import type { Releases } from '../../data/contract.ts';
import { Scrolling } from '../../parts/table/scrolling.tsx';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

type Release = Releases['releases'][number];

/** Every release that is published, the newest first, with the files it was made of. */
export function ReleaseList({ releases }: Pick<Releases, 'releases'>) {
  const text = words.value.provenance;
  return (
    <section class="provenance" aria-labelledby="releases">
      <h2 id="releases">{text.releases}</h2>
      <ol class="releases">
        {releases.toReversed().map((release) => (
          <li key={release.package}>
            <h3>{release.title}</h3>
            <p class="soft">
              {text.retrievedOn(formatDay(release.retrievedAt, language.value))};{' '}
              {text.publishedOn(formatDay(release.publishedAt, language.value))}
              {release.demonstration && ` (${words.value.demonstration})`}
            </p>
            {release.files.length > 0 && (
              <details>
                <summary>{text.files(release.files.length)}</summary>
                <FileTable files={release.files} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function FileTable({ files }: Pick<Release, 'files'>) {
  const text = words.value.provenance;
  return (
    <Scrolling class="provenance-scroll" label={text.files(files.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.file}</th>
            <th scope="col" class="number">
              {text.bytes}
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, bytes, sha256 }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td class="number">{formatNumber(bytes, 0, language.value)}</td>
              <td>
                <code>{sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
