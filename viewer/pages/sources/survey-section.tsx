import { layOutRounds, type RoundGroup } from '../../../geodata/comparing/comparability-matrix.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { Catalog } from '../../data/contract.ts';
import { Scrolling } from '../../parts/table/scrolling.tsx';
import { catalog } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';

type Survey = Catalog['surveys'][number];

/** A survey by municipality and round: the same letter where both were held in the same way, and what each letter means. */
export function SurveySection({ survey }: { readonly survey: Survey }) {
  const text = words.value.provenance;
  const municipalities = catalog.data.value?.municipalities ?? [];
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  const { periods, groups, rows } = layOutRounds(survey, [...names.keys()]);
  const name = translate(survey.name);
  return (
    <section class="provenance" aria-labelledby={`survey-${survey.key}`}>
      <h2 id={`survey-${survey.key}`}>{text.survey(name)}</h2>
      <p>{text.surveyHint}</p>
      <dl class="round-groups">
        {groups.map((group) => (
          <Group key={group.letter} group={group} />
        ))}
      </dl>
      <Scrolling class="provenance-scroll" label={name}>
        <table class="round-matrix">
          <thead>
            <tr>
              <th scope="col">{text.municipality}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {formatPeriod(period, language.value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.municipality}>
                <th scope="row">{names.get(row.municipality)}</th>
                {row.groups.map((group, index) => (
                  <td key={periods[index]}>
                    {group ? <Letter group={group} /> : <span class="soft">{text.noRound}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

function Letter({ group: { letter, round } }: { readonly group: RoundGroup }) {
  const isOdd = round.followsFormat === false;
  return <span class={isOdd ? 'round-letter round-letter-odd' : 'round-letter'}>{letter}</span>;
}

function Group({ group }: { readonly group: RoundGroup }) {
  return (
    <>
      <dt>
        <Letter group={group} />
      </dt>
      <dd>{describeRound(group).join(', ')}</dd>
    </>
  );
}

/** The facts of a round that are known, in words. */
function describeRound({ round }: RoundGroup): string[] {
  const { provenance: text, caveats } = words.value;
  const { ageFrom, mode, sampling, questionnaire, followsFormat } = round;
  return [
    ageFrom === null ? null : text.age(ageFrom),
    mode && caveats.modes[mode],
    sampling && caveats.samplings[sampling],
    questionnaire && text.questionnaire(questionnaire),
    followsFormat === null ? null : followsFormat ? text.format : text.noFormat,
  ].filter((part) => part !== null);
}
