import { comparePeriods, formatPeriod } from '../../../../geodata/period.ts';
import { judgeRound, listRounds } from '../../../../geodata/policy/rhythm.ts';
import type { SurveyRound } from '../../../../geodata/survey.ts';
import type { Catalog } from '../../../data/contract.ts';
import { TableToRead } from '../../../parts/table/table-to-read.tsx';
import { catalog } from '../../../state/catalog.ts';
import { language } from '../../../state/link/view.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';

/** Whether each municipality held each round as all agreed on: in an even year, among adults, with the same questions. */
export function RoundsSection() {
  const { matrix } = policyWords.value;
  const surveys = catalog.data.value?.surveys ?? [];
  return (
    <section class="matrix-more" aria-labelledby="rounds">
      <h2 id="rounds">{matrix.rounds}</h2>
      <p>{matrix.roundsIntro}</p>
      {surveys.length === 0 && <p class="page-note">{matrix.noRounds}</p>}
      {surveys.map((survey) => (
        <SurveyTable key={survey.key} survey={survey} />
      ))}
    </section>
  );
}

function SurveyTable({ survey }: { readonly survey: Catalog['surveys'][number] }) {
  const { matrix } = policyWords.value;
  const periods = [...new Set(survey.rounds.map(({ period }) => period))].sort(comparePeriods);
  const name = translate(survey.name);
  return (
    <>
      <h3>{name}</h3>
      <TableToRead label={name} class="rounds-table">
        <thead>
          <tr>
            <th scope="col">{matrix.municipality}</th>
            {periods.map((period) => (
              <th scope="col" key={period}>
                {formatPeriod(period, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {catalog.data.value?.municipalities.map(({ code, name: own }) => (
            <tr key={code}>
              <th scope="row">{own}</th>
              {listRounds(survey, code, periods).map((round, index) => (
                <td key={periods[index]}>
                  <RoundCell round={round} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableToRead>
    </>
  );
}

/** A tick, a cross or a question mark with the word for it, and what the round was. */
function RoundCell({ round }: { readonly round: SurveyRound | undefined }) {
  const { round: text } = policyWords.value;
  if (!round) return <span class="soft">– {text.none}</span>;
  const { isEvenYear, isAdult, followsFormat } = judgeRound(round);
  const facts = [isEvenYear, isAdult, followsFormat];
  const verdict = facts.includes(false) ? 'differs' : facts.includes(null) ? 'unknown' : 'fits';
  const mark = { fits: '✓', differs: '✗', unknown: '?' }[verdict];
  const age = isAdult === null ? text.unknownAge : isAdult ? text.adult : text.age(round.ageFrom ?? 0);
  const format = followsFormat === null ? text.unknownFormat : followsFormat ? text.format : text.noFormat;
  return (
    <>
      <span class={`round-verdict round-${verdict}`}>
        <span aria-hidden="true">{mark}</span> {text[verdict]}
      </span>
      <span class="soft small round-facts">
        {[isEvenYear ? text.even : text.odd, age, format].join(', ')}
      </span>
    </>
  );
}
