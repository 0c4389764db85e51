import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { defaultPanel } from '../../../geodata/link/view.ts';
import type { ResultBody, RoundBody } from '../../data/contract.ts';
import { readResult } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { roundWords } from '../../state/screen/round-words.ts';
import { translate } from '../../state/screen/words.ts';
import { useSending } from '../questionnaires/sending.ts';
import { EstimateTable } from './estimate-table.tsx';
import { WeightingFacts } from './weighting-facts.tsx';

/** What was made of a round: how it was weighted, and each figure by area with its bounds, beside the round before. */
export function ResultSection({ round }: { readonly round: RoundBody }) {
  const { result: text } = roundWords.value;
  const data = useSignal<ResultBody | null>(null);
  const reading = useSending();
  const { key, period } = round.plan;
  useEffect(() => {
    void reading.run(async () => {
      data.value = await readResult(key);
    });
  }, [key, round.revision]);
  const found = data.value;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{text.title}</h2>
      <Refusal text={reading.problem.value} />
      {found && <Estimates round={round} found={found} period={period} />}
      {found && <WeightingFacts report={found.report} names={found.names} />}
    </section>
  );
}

const levels = ['region', 'municipality', 'district', 'neighbourhood'] as const;
type EstimatedLevel = (typeof levels)[number];

interface EstimatesProps {
  readonly round: RoundBody;
  readonly found: ResultBody;
  readonly period: string;
}

function Estimates({ round, found, period }: EstimatesProps) {
  const { result: text } = roundWords.value;
  const { indicators } = round.questionnaire;
  const measured = indicators.filter(({ key }) => found.estimates.some(({ indicator }) => indicator === key));
  const indicator = useSignal(measured[0]?.key ?? '');
  const shown = measured.find(({ key }) => key === indicator.value) ?? measured[0];
  const level = useSignal<EstimatedLevel | null>(null);
  const own = found.estimates.filter((estimate) => estimate.indicator === shown?.key);
  const there = levels.filter((one) => own.some((estimate) => estimate.level === one));
  const atLevel = (one: EstimatedLevel) =>
    own.filter((estimate) => estimate.level === one && estimate.status !== 'not-asked');
  // The largest, unless most districts have a figure.
  const isFine =
    atLevel('district').filter(({ estimate }) => estimate).length * 2 > atLevel('district').length;
  const chosen = there.find((one) => one === (level.value ?? (isFine ? 'district' : null))) ?? there[0];
  const { hiddenBelow, indicativeBelow } = round.plan.settings;
  if (!shown || !chosen) return null;
  const { before } = found;
  const notAsked = own.filter(({ level: one, status }) => one === chosen && status === 'not-asked').length;
  return (
    <>
      <div class="page-choices">
        <ChoiceField
          label={text.indicator}
          value={shown.key}
          options={measured.map(({ key, name }) => [key, translate(name)])}
          change={(key) => {
            indicator.value = key;
          }}
        />
        <ChoiceField
          label={text.level}
          value={chosen}
          options={there.map((one) => [one, text.levels[one]])}
          change={(next) => {
            level.value = next;
          }}
        />
      </div>
      <p class="soft">
        {text.hiddenBelow(hiddenBelow, indicativeBelow)}{' '}
        {before ? text.comparedWith(before.name, before.period) : text.noBefore}
      </p>
      {before && before.caveats.length > 0 && (
        <p class="page-note">{text.caveat(before.caveats.map((one) => text.caveats[one]).join(', '))}</p>
      )}
      <EstimateTable indicator={shown} estimates={atLevel(chosen)} names={found.names} before={before} />
      {notAsked > 0 && <p class="soft">{text.notAskedIn(notAsked)}</p>}
      {round.state === 'published' && (
        <p>
          <ViewLink
            class="button"
            aria-label={text.inMap(translate(shown.name))}
            change={{
              page: 'map',
              panels: [
                {
                  ...defaultPanel,
                  indicator: shown.key,
                  period,
                  level: chosen === 'region' ? 'municipality' : chosen,
                },
              ],
              arrangement: '1',
              active: 0,
            }}
          >
            {text.toMap}
          </ViewLink>
        </p>
      )}
    </>
  );
}
