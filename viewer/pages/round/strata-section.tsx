import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { saveStrata } from '../../data/questionnaires.ts';
import { Refusal } from '../../parts/form/refusal.tsx';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';
import { AimFields } from './aim-fields.tsx';
import type { RoundPartProps } from './part-props.ts';
import { countInRegister, proposeInvited, type StratumRow, usualAim } from './plan-sample.ts';
import { StrataChoice } from './strata-choice.tsx';
import { StrataTable } from './strata-table.tsx';

/** From which parts of the population people are drawn, and how many; an administrator plans it until the round is open. */
export function StrataSection({ round, show }: RoundPartProps) {
  const { strata: text, page } = roundWords.value;
  const { plan, state, own, revision, register } = round;
  const mayPlan = own === null && state === 'planned';
  const rows = useSignal<readonly StratumRow[]>(round.strata);
  const isChanged = useSignal(false);
  const isSaved = useSignal(false);
  const aim = useSignal(usualAim);
  const sending = useSending();
  // What was saved, or made, elsewhere on the page; not over what is being written.
  useEffect(() => {
    if (!isChanged.peek()) rows.value = round.strata;
  }, [round.strata]);
  const write = (next: readonly StratumRow[]) => {
    rows.value = next;
    isChanged.value = true;
    isSaved.value = false;
  };
  const save = async () => {
    const sent = rows.peek().map(({ area, population, planned, expectedResponse }) => ({
      area,
      population,
      planned,
      expectedResponse,
    }));
    const saved = await saveStrata(plan.key, revision, sent);
    isChanged.value = false;
    isSaved.value = true;
    show(saved);
  };
  return (
    <section aria-labelledby="strata">
      <h2 id="strata">{text.title}</h2>
      <p>{text.intro}</p>
      {mayPlan && (
        <>
          <StrataChoice round={round} rows={rows.value} add={(added) => write([...rows.peek(), ...added])} />
          <AimFields aim={aim} rows={rows} write={write} />
        </>
      )}
      {rows.value.length === 0 ? (
        <p class="soft">{text.none}</p>
      ) : (
        <StrataTable rows={rows.value} aim={aim.value} write={mayPlan ? write : null} />
      )}
      {mayPlan && rows.value.length > 0 && (
        <div class="form-buttons for-writers">
          <button
            type="button"
            class="button"
            onClick={() =>
              write(
                rows.peek().map((row) => ({
                  ...row,
                  population: countInRegister(row.area, register) ?? row.population,
                })),
              )
            }
            disabled={Object.keys(register).length === 0}
          >
            {text.fromRegister}
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              write(rows.peek().map((row) => ({ ...row, planned: proposeInvited(row, aim.peek()) })))
            }
          >
            {text.take}
          </button>
        </div>
      )}
      {mayPlan && (
        <>
          <Refusal text={sending.problem.value} />
          <p class="soft" role="status">
            {isChanged.value ? page.unsaved : isSaved.value ? page.saved : ''}
          </p>
          <button
            type="button"
            class="button button-main"
            disabled={!isChanged.value || sending.isBusy.value}
            onClick={() => void sending.run(save)}
          >
            {text.save}
          </button>
        </>
      )}
    </section>
  );
}
