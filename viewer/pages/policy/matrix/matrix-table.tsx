import { findStep, isOverdue, type PolicyCycle, stepStates } from '../../../../geodata/policy/cycle.ts';
import { findLargest, listInStep } from '../../../../geodata/policy/rhythm.ts';
import { Scrolling } from '../../../parts/table/scrolling.tsx';
import { ViewLink } from '../../../parts/view-link.tsx';
import { catalog } from '../../../state/catalog.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { findToday, writeDay } from '../../../state/screen/times.ts';
import { translate, words } from '../../../state/screen/words.ts';
import { matrixMunicipalities, template } from '../policy.ts';
import { StateMark } from '../state-mark.tsx';
import { writeHalf } from './half-year.ts';

/** Steps by municipality: in each cell how far it is, by when, and whether that day has passed. */
export function MatrixTable() {
  const { matrix } = policyWords.value;
  const text = words.value;
  const shown = template.value;
  if (!shown) return null;
  const caption = matrix.caption(translate(shown.name), matrixMunicipalities.value.length);
  const inStep = listInStep(
    shown,
    matrixMunicipalities.value.flatMap(({ cycle }) => cycle ?? []),
  );
  return (
    <>
      <Scrolling class="matrix-scroll" label={caption}>
        <table class="policy-matrix">
          <caption>
            <span class="matrix-caption">{caption}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{matrix.step}</th>
              {matrixMunicipalities.value.map(({ code, name, cycle }) => (
                <th scope="col" key={code}>
                  <ViewLink change={{ page: 'cycle', area: code, template: shown.key }}>{name}</ViewLink>
                  <span class="matrix-years">
                    {cycle ? `${cycle.fromYear}–${cycle.toYear}` : matrix.noPlan}
                  </span>
                </th>
              ))}
              <th scope="col" class="matrix-together">
                {matrix.inStep}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.steps.map(({ key, name }, index) => (
              <tr key={key}>
                <th scope="row">
                  <span class="matrix-number">{index + 1}</span> {translate(name)}
                </th>
                {matrixMunicipalities.value.map(({ code, cycle }) => (
                  <td key={code}>{cycle ? <StepCell cycle={cycle} step={key} /> : <NoPlan />}</td>
                ))}
                <td class="matrix-together">
                  <Together groups={inStep.get(key) ?? []} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <Legend />
      <p class="matrix-foot">
        {[
          text.brand,
          catalog.data.value?.demonstration && text.demonstration,
          matrix.asOf(writeDay(findToday())),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function StepCell({ cycle, step: key }: { readonly cycle: PolicyCycle; readonly step: string }) {
  const { matrix } = policyWords.value;
  const step = findStep(cycle, key);
  const isLate = isOverdue(step, findToday());
  return (
    <>
      <StateMark state={step.state} />
      {step.due && step.state !== 'not-applicable' && (
        <span class={isLate ? 'matrix-due overdue-mark' : 'matrix-due'}>
          {isLate && (
            <>
              <span aria-hidden="true">▲ </span>
              <span class="hidden-text">{matrix.overdue}: </span>
            </>
          )}
          {writeDay(step.due, false)}
        </span>
      )}
    </>
  );
}

function NoPlan() {
  return (
    <>
      <span aria-hidden="true" class="matrix-blank">
        ·
      </span>
      <span class="hidden-text">{policyWords.value.matrix.noPlan}</span>
    </>
  );
}

function Together({ groups }: { readonly groups: Parameters<typeof findLargest>[0] }) {
  const { matrix } = policyWords.value;
  const largest = findLargest(groups);
  if (!largest) return <span class="soft">{matrix.alone}</span>;
  return <>{matrix.together(largest.municipalities.length, writeHalf(largest.half))}</>;
}

function Legend() {
  const { matrix } = policyWords.value;
  return (
    <p class="matrix-legend">
      <span class="hidden-text">{matrix.legend}: </span>
      {stepStates.map((state) => (
        <StateMark key={state} state={state} />
      ))}
      <span class="overdue-mark">▲ {matrix.overdue}</span>
    </p>
  );
}
