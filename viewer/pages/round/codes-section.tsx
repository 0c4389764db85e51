import { useSignal } from '@preact/signals';
import { formatNumber } from '../../../geodata/number.ts';
import { makeCodes, takeBackCodes } from '../../data/questionnaires.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';
import { LettersPart } from './letters-part.tsx';
import type { RoundPartProps } from './part-props.ts';
import { saveFile } from './save-file.ts';

/** The codes of the strata of who asks: made once, given as a file, printed as letters, and asked back for reminders. */
export function CodesSection({ round, show }: RoundPartProps) {
  const { codes: text } = roundWords.value;
  const told = useSignal('');
  const sending = useSending();
  const { strata, plan } = round;
  const write = (count: number) => formatNumber(count, 0, language.value);
  const missing = strata.filter(({ planned, invited }) => planned > invited);
  const make = (areas: readonly string[]) =>
    sending.run(async () => {
      const made = await makeCodes(plan.key, areas);
      saveFile(new Blob([made.list], { type: 'text/csv' }), `${plan.key}-codes.csv`);
      told.value = `${text.madeNow(made.made, write(made.made))} ${text.keep}`;
      show(made.round);
    });
  const takeBack = (area: string) =>
    sending.run(async () => {
      const taken = await takeBackCodes(plan.key, area);
      told.value = text.takenBack(taken.taken, write(taken.taken));
      show(taken.round);
    });
  const hasCodes = strata.some(({ invited }) => invited > 0);
  return (
    <section aria-labelledby="codes" class="for-writers">
      <h2 id="codes">{text.title}</h2>
      <p>{text.intro}</p>
      {plan.hasOpenLink && (
        <p>
          {text.openLink}:{' '}
          <a href={`/vragenlijst/open/${plan.key}`}>{`${round.address}/vragenlijst/open/${plan.key}`}</a>
        </p>
      )}
      {isLocal(round.address) && <p class="page-note">{text.localAddress(round.address)}</p>}
      {strata.every(({ planned, invited }) => planned + invited === 0) ? (
        <p class="soft">{text.none}</p>
      ) : (
        <CodesTable {...{ round, make, takeBack }} isBusy={sending.isBusy.value} />
      )}
      {missing.length > 1 && (
        <button
          type="button"
          class="button"
          disabled={sending.isBusy.value}
          onClick={() => void make(missing.map(({ area }) => area))}
        >
          {text.makeAll}
        </button>
      )}
      <Refusal text={sending.problem.value} />
      <p class={told.value ? 'page-note' : ''} role="status">
        {told.value}
      </p>
      {hasCodes && <LettersPart round={round} />}
    </section>
  );
}

/** Whether only the machine that the server runs on reaches an address: letters with it lead nowhere. */
function isLocal(address: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(new URL(address).hostname);
}

interface CodesTableProps {
  readonly round: RoundPartProps['round'];
  readonly make: (areas: readonly string[]) => Promise<void>;
  readonly takeBack: (area: string) => Promise<void>;
  readonly isBusy: boolean;
}

function CodesTable({ round, make, takeBack, isBusy }: CodesTableProps) {
  const { codes: text } = roundWords.value;
  const write = (count: number) => formatNumber(count, 0, language.value);
  return (
    <TableToRead label={`${text.title}: ${text.area}`}>
      <thead>
        <tr>
          <th scope="col">{text.area}</th>
          <th scope="col" class="number">
            {text.left}
          </th>
          <th scope="col" class="number">
            {text.planned}
          </th>
          <th scope="col" class="number">
            {text.made}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {round.strata.map(({ area, ownName, planned, invited }) => (
          <tr key={area}>
            <th scope="row">{ownName ?? area}</th>
            <td class="number">{write(Math.max(0, planned - invited))}</td>
            <td class="number">{write(planned)}</td>
            <td class="number">{write(invited)}</td>
            <td class="codes-acts">
              {planned > invited && (
                <button
                  type="button"
                  class="button"
                  aria-label={text.makeOf(ownName ?? area)}
                  disabled={isBusy}
                  onClick={() => void make([area])}
                >
                  {text.make}
                </button>
              )}
              {invited > 0 && round.state === 'planned' && (
                <AskButton label={text.takeBack} about={ownName ?? area} act={() => void takeBack(area)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableToRead>
  );
}
