import { findStep } from '../../../../geodata/policy/cycle.ts';
import { listInStep, roundYearFor } from '../../../../geodata/policy/rhythm.ts';
import { TableToRead } from '../../../parts/table/table-to-read.tsx';
import { municipalityNames } from '../../../state/catalog.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { matrixMunicipalities, template } from '../policy.ts';
import { writeHalf } from './half-year.ts';

/** Who takes the same step in the same half year, and which round of the survey comes in time for it. */
export function RhythmSection() {
  const { matrix } = policyWords.value;
  const shown = template.value;
  if (!shown) return null;
  const cycles = matrixMunicipalities.value.flatMap(({ cycle }) => cycle ?? []);
  const inStep = listInStep(shown, cycles);
  const rows = shown.steps.flatMap((step, index) =>
    (inStep.get(step.key) ?? [])
      .filter(({ municipalities }) => municipalities.length > 1)
      .map((group) => ({ step, number: index + 1, ...group })),
  );
  const roundsOf = (key: string, municipalities: readonly string[]) => {
    const days = cycles
      .filter(({ municipality }) => municipalities.includes(municipality))
      .flatMap((cycle) => findStep(cycle, key).due ?? []);
    return [...new Set(days.map(roundYearFor))].sort();
  };
  return (
    <section class="matrix-more" aria-labelledby="rhythm">
      <h2 id="rhythm">{matrix.rhythm}</h2>
      <p>{matrix.rhythmIntro}</p>
      {rows.length === 0 ? (
        <p>{matrix.noRhythm}</p>
      ) : (
        <TableToRead label={`${matrix.rhythm}: ${translate(shown.name)}`}>
          <thead>
            <tr>
              <th scope="col">{matrix.step}</th>
              <th scope="col">{matrix.half}</th>
              <th scope="col">{matrix.who}</th>
              <th scope="col">{matrix.round}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, number, half, municipalities }) => (
              <tr key={`${step.key} ${half}`}>
                <th scope="row">
                  {number} {translate(step.name)}
                </th>
                <td>{writeHalf(half, 'halfShort')}</td>
                <td>{municipalities.map((code) => municipalityNames.value.get(code) ?? code).join(', ')}</td>
                <td>
                  {step.usesSurvey &&
                    roundsOf(step.key, municipalities)
                      .map((year) => matrix.fits(year))
                      .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </TableToRead>
      )}
    </section>
  );
}
