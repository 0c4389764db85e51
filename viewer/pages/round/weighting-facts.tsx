import { formatNumber } from '../../../geodata/number.ts';
import type { ResultBody } from '../../data/contract.ts';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';

interface WeightingFactsProps {
  readonly report: ResultBody['report'];
  readonly names: ResultBody['names'];
}

/** What the weighting did, for whoever judges its figures. */
export function WeightingFacts({ report, names }: WeightingFactsProps) {
  const { result: text } = roundWords.value;
  const write = (value: number, decimals = 0) => formatNumber(value, decimals, language.value);
  const nameAll = (codes: readonly string[]) => codes.map((code) => names[code] ?? code).join(', ');
  const facts: (readonly [string, string])[] = [
    [text.method, text.methods[report.method]],
    [text.respondents, write(report.respondents)],
  ];
  if (report.invited > 0)
    facts.push(
      [text.invited, write(report.invited)],
      [text.response, `${write((report.respondents / report.invited) * 100)}%`],
    );
  facts.push(
    [text.effective, write(report.effectiveCount)],
    [text.design, write(report.designEffect, 2)],
    [text.weights, text.between(write(report.lowestWeight, 2), write(report.highestWeight, 2))],
  );
  if (report.keptApart > 0) facts.push([text.keptApart, write(report.keptApart)]);
  if (report.leftOut > 0) facts.push([text.leftOut, write(report.leftOut)]);
  if (report.silent.length > 0) facts.push([text.silent, nameAll(report.silent.map(({ area }) => area))]);
  if (report.collapsedDistricts.length > 0)
    facts.push([text.collapsed, report.collapsedDistricts.map(nameAll).join('; ')]);
  return (
    <details class="round-weighting">
      <summary>{text.weighting}</summary>
      <dl class="round-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.method !== 'design' && (
        <p class={report.hasConverged ? 'soft' : 'page-note'}>
          {report.hasConverged ? text.converged : `${text.notConverged} ${write(report.distance * 100, 2)}%`}
        </p>
      )}
    </details>
  );
}
