import { useSignal } from '@preact/signals';
import type { RoundBody } from '../../data/contract.ts';
import { readAreasOfRound } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';
import { countInRegister, type StratumRow, usualResponse } from './plan-sample.ts';

interface StrataChoiceProps {
  readonly round: RoundBody;
  readonly rows: readonly StratumRow[];
  readonly add: (rows: readonly StratumRow[]) => void;
}

/** Adds the districts of a municipality, or the municipality as a whole. */
export function StrataChoice({ round, rows, add }: StrataChoiceProps) {
  const { strata: text } = roundWords.value;
  const names = [...municipalityNames.value];
  const municipality = useSignal('');
  const how = useSignal<'district' | 'municipality'>('district');
  const sending = useSending();
  const taken = new Set(rows.map(({ area }) => `GM${area.slice(2, 6)}`));
  const free = names.filter(([code]) => !taken.has(code));
  const chosen = free.some(([code]) => code === municipality.value)
    ? municipality.value
    : (free[0]?.[0] ?? '');
  if (free.length === 0) return null;
  const addChosen = async () => {
    const { areas } = await readAreasOfRound(round.plan.key);
    const wanted = areas.filter(({ code, level, parent }) =>
      how.peek() === 'district' ? level === 'district' && parent === chosen : code === chosen,
    );
    // The next one in the list, for who goes on: not the first again.
    const place = free.findIndex(([code]) => code === chosen);
    municipality.value = (free[place + 1] ?? free[place - 1])?.[0] ?? '';
    add(
      wanted.map(({ code, name }) => ({
        area: code,
        name,
        population: countInRegister(code, round.register) ?? 0,
        planned: 0,
        invited: 0,
        expectedResponse: rows[0]?.expectedResponse ?? usualResponse,
      })),
    );
  };
  return (
    <div class="round-form for-writers">
      <ChoiceField
        label={text.municipality}
        value={chosen}
        options={free}
        change={(code) => {
          municipality.value = code;
        }}
      />
      <ChoiceField
        label={text.how}
        value={how.value}
        options={[
          ['district', text.perDistrict],
          ['municipality', text.whole],
        ]}
        change={(next) => {
          how.value = next;
        }}
      />
      <Refusal text={sending.problem.value} />
      <button
        type="button"
        class="button"
        disabled={sending.isBusy.value}
        onClick={() => void sending.run(addChosen)}
      >
        {text.add}
      </button>
    </div>
  );
}
