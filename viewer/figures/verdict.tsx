import type { PairFinding } from '../../geodata/comparing/chance/pairs.ts';
import { type Direction, nameSide } from '../../geodata/comparing/difference.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { type Divided, nameStatus } from '../parts/status-text.ts';
import { words } from '../state/screen/reading-words.ts';

const marks = { higher: '▲', lower: '▼', 'not-different': '○', 'not-testable': '–' } as const;

/** What a finding means: better or worse where the indicator says so; null where nothing was found. */
export function directionOfFinding(
  { verdict }: Pick<PairFinding, 'verdict'>,
  { polarity }: Pick<CatalogIndicator, 'polarity'>,
): Direction | null {
  if (verdict !== 'higher' && verdict !== 'lower') return null;
  return nameSide(verdict, polarity);
}

/** `hoger (ongunstiger)`, `kan toeval zijn`, or `niet te toetsen: zonder marges`. */
export function writeVerdict(
  finding: PairFinding,
  indicator: Pick<CatalogIndicator, 'polarity'> & Divided,
): string {
  const { profile, differences, selection } = words.value;
  const said = profile.verdicts[finding.verdict];
  if (finding.verdict === 'not-testable') {
    const reason =
      finding.reason === 'no-method'
        ? profile.noMethod
        : finding.reason === 'too-few'
          ? nameStatus(finding.reason, indicator)
          : differences.reasons[finding.reason];
    return `${said}: ${reason}`;
  }
  const direction = directionOfFinding(finding, indicator);
  return direction === 'better' || direction === 'worse'
    ? `${said} (${selection.directions[direction]})`
    : said;
}

/** A mark and the words for it; what stands on few cases says so. */
export function Verdict({
  finding,
  indicator,
}: {
  readonly finding: PairFinding;
  readonly indicator: Pick<CatalogIndicator, 'polarity'> & Divided;
}) {
  const text = words.value.differences;
  const direction = directionOfFinding(finding, indicator) ?? 'equal';
  return (
    <span class={`verdict verdict-${direction}`}>
      <span class="verdict-mark" aria-hidden="true">
        {marks[finding.verdict]}
      </span>
      <span>
        {writeVerdict(finding, indicator)}
        {finding.isSmall && (
          <abbr class="small-number" title={text.small}>
            {' '}
            {text.smallMark}
          </abbr>
        )}
      </span>
    </span>
  );
}
