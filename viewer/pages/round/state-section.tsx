import { useSignal } from '@preact/signals';
import { actOnRound } from '../../data/questionnaires.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { catalog } from '../../state/catalog.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';
import type { RoundPartProps } from './part-props.ts';

interface Step {
  /** The last part of the route's path. */
  readonly act: 'open' | 'close' | 'weigh' | 'publish' | 'withdraw';
  readonly title: string;
  readonly intro: string;
  readonly button: string;
  /** Why it cannot be done yet; null: it can. */
  readonly obstacle: string | null;
  /** What is worth knowing first. */
  readonly note?: string | null;
}

/** What comes next of a round: opening, closing, weighting, publishing; each asks once more, as it cannot be undone by itself. */
export function StateSection({ round, show }: RoundPartProps) {
  const { state: text } = roundWords.value;
  const sending = useSending();
  const tried = useSignal<Step['act'] | null>(null);
  const steps = listSteps(round);
  return (
    <>
      {steps.map(({ act, title, intro, button, obstacle, note }) => (
        <section key={act} aria-labelledby={`step-${act}`} class="for-writers">
          <h2 id={`step-${act}`}>{title}</h2>
          <p>{intro}</p>
          {note && <p class="soft">{note}</p>}
          {obstacle ? (
            <p class="page-note">{obstacle}</p>
          ) : (
            <AskButton
              label={button}
              about={round.plan.name.nl ?? round.plan.key}
              act={() => {
                tried.value = act;
                void sending.run(async () => show(await actOnRound(act, round.plan.key, round.revision)));
              }}
            />
          )}
          {tried.value === act && <Refusal text={sending.problem.value} />}
        </section>
      ))}
      <p role="status">{sending.isBusy.value ? text.working : ''}</p>
    </>
  );
}

function listSteps({ state, strata, plan, register }: RoundPartProps['round']): Step[] {
  const { state: text } = roundWords.value;
  const isAnswerable = plan.hasOpenLink || strata.some(({ invited }) => invited > 0);
  const noRegister = Object.keys(register).length === 0 ? text.noRegister : null;
  const open: Step = {
    act: 'open',
    title: text.openTitle,
    intro: text.openIntro,
    button: text.open,
    obstacle: isAnswerable ? null : text.noStrata,
  };
  const close: Step = {
    act: 'close',
    title: text.closeTitle,
    intro: text.closeIntro,
    button: text.close,
    obstacle: null,
  };
  const weigh: Step = {
    act: 'weigh',
    title: text.weighTitle,
    intro: text.weighIntro,
    button: state === 'weighted' ? text.weighAgain : text.weigh,
    obstacle: null,
    note: noRegister,
  };
  const publish: Step = {
    act: 'publish',
    title: text.publishTitle,
    intro: text.publishIntro,
    button: text.publish,
    obstacle: catalog.data.value?.demonstration ? text.noPublishing : null,
  };
  const withdraw: Step = {
    act: 'withdraw',
    title: text.publishTitle,
    intro: text.withdrawIntro,
    button: text.withdraw,
    obstacle: null,
  };
  const isGone = plan.settings.removesSheets;
  switch (state) {
    case 'planned':
      return [open];
    case 'open':
      return [close];
    case 'closed':
      return [weigh];
    case 'weighted':
      return isGone ? [publish] : [publish, weigh];
    case 'published':
      return [withdraw];
  }
}
