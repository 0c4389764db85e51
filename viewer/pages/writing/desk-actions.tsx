import { useSignal } from '@preact/signals';
import type { DeskContributionBody } from '../../data/contract.ts';
import { actOn } from '../../data/contributions.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { MarkFields } from './mark-fields.tsx';
import { useSending } from './sending.ts';

interface DeskActionsProps {
  readonly one: DeskContributionBody;
  readonly isAdministrator: boolean;
  readonly edit: () => void;
  readonly changed: (one: DeskContributionBody) => void;
  readonly removed: () => void;
}

/** What may be done with a contribution, as it stands. */
export function DeskActions({ one, isAdministrator, edit, changed, removed }: DeskActionsProps) {
  const { desk: text } = contributionWords.value;
  const sending = useSending();
  const act = (name: string, more: object = {}) =>
    sending.run(async () => changed(await actOn(name, one, more)));
  const remove = () => sending.run(async () => actOn('remove', one).then(removed));
  const { state, title, mayChange, mayPublish, isShown, isOwn, isPinned, warnings } = one;
  const isOwnDraft = isOwn && state === 'draft' && !isShown;
  const isEditor = mayChange && (!isOwn || mayPublish);
  return (
    <section class="writing-actions">
      <div class="form-buttons">
        {mayChange && state === 'draft' && (
          <button type="button" class="button button-main" onClick={() => act('offer')}>
            {text.offer}
          </button>
        )}
        {mayPublish && state === 'offered' && (
          <button
            type="button"
            class="button button-main"
            onClick={() => act('publish', { hasReadWarnings: true })}
          >
            {warnings.length > 0 ? text.publishAnyway : text.publish}
          </button>
        )}
        {mayChange && state !== 'withdrawn' && (
          <button type="button" class="button" onClick={edit}>
            {text.edit}
          </button>
        )}
        {isEditor && isShown && (
          <button type="button" class="button" onClick={() => act('pin', { isPinned: !isPinned })}>
            {isPinned ? text.unpin : text.pin}
          </button>
        )}
        {mayChange && isShown && !one.isOver && (
          <AskButton label={text.end} about={title} act={() => act('end')} />
        )}
        {mayChange && state !== 'withdrawn' && !isOwnDraft && (
          <AskButton label={text.withdraw} about={title} act={() => act('withdraw')} />
        )}
        {(isOwnDraft || isAdministrator) && <AskButton label={text.remove} about={title} act={remove} />}
      </div>
      {state === 'offered' && !mayPublish && <p class="soft small">{text.second}</p>}
      <Refusal text={sending.problem.value} />
      {mayChange && state === 'offered' && <GiveBack act={(remark) => act('return', { remark })} />}
      {isEditor && !isOwn && one.document?.kind === 'district-scan' && (
        <MarkFields mark={one.document.mark} act={(mark) => act('mark', { mark })} />
      )}
      {mayChange && isShown && <Renewal endsOn={one.endsOn} act={(endsOn) => act('renew', { endsOn })} />}
    </section>
  );
}

function GiveBack({ act }: { readonly act: (remark: string) => void }) {
  const { desk: text } = contributionWords.value;
  const remark = useSignal('');
  return (
    <details class="further-section">
      <summary>{text.giveBack}</summary>
      <Field
        label={text.remark}
        hint={text.remarkHint}
        value={remark.value}
        change={(value) => (remark.value = value)}
      />
      <button type="button" class="button" onClick={() => act(remark.value)}>
        {text.giveBack}
      </button>
    </details>
  );
}

interface RenewalProps {
  readonly endsOn: string | null;
  readonly act: (endsOn: string | null) => void;
}

function Renewal({ endsOn, act }: RenewalProps) {
  const { desk: text } = contributionWords.value;
  const day = useSignal(endsOn ?? '');
  return (
    <details class="further-section">
      <summary>{text.renew}</summary>
      <Field label={text.renewUntil} type="date" value={day.value} change={(value) => (day.value = value)} />
      <button type="button" class="button" onClick={() => act(day.value || null)}>
        {text.renew}
      </button>
    </details>
  );
}
