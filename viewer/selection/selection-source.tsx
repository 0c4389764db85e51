import { words } from '../language/current.ts';
import { panels } from '../state/panels.ts';
import { observationsOf } from './series.ts';

/** Titles of the sources of all figures in the comparison. */
export function sourceTitles(): string[] {
  return [
    ...new Set(
      panels.value.flatMap((panel) => observationsOf(panel)?.sources.map(({ title }) => title) ?? []),
    ),
  ];
}

/** Where the compared figures come from, and in which boundaries. */
export function SelectionSource() {
  const text = words.value.area;
  const years = [...new Set(panels.value.flatMap(({ boundaryYear }) => boundaryYear.value ?? []))];
  return (
    <dl class="source">
      <dt>{text.source}</dt>
      <dd>{sourceTitles().join('; ')}</dd>
      <dt>{text.boundaries}</dt>
      <dd>{years.join(', ')}</dd>
    </dl>
  );
}
