import { panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { observationsOf } from './series.ts';

/** Titles of the sources of all figures in the comparison. */
export function sourceTitles(): string[] {
  return listSources().map(({ title }) => title);
}

/** Where the compared figures come from, and in which boundaries. */
export function SelectionSource() {
  const text = words.value.area;
  const years = [...new Set(panels.value.flatMap(({ boundaryYear }) => boundaryYear.value ?? []))];
  return (
    <dl class="source">
      <dt>{text.source}</dt>
      {listSources().map(({ title, url }) => (
        <dd key={title}>
          {url && /^https?:/.test(url) ? (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </dd>
      ))}
      <dt>{text.boundaries}</dt>
      <dd>{years.join(', ')}</dd>
    </dl>
  );
}

function listSources() {
  const all = panels.value.flatMap((panel) => observationsOf(panel)?.sources ?? []);
  return all.filter(({ title }, index) => all.findIndex((other) => other.title === title) === index);
}
