import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type PresentationSharing, presentationSharings } from '../../../geodata/presentation/sharing.ts';
import { ServerProblem } from '../../data/sending.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { draftOrigin } from '../../state/presentation/draft.ts';
import { fetchKept, keepDraft, keptPresentations } from '../../state/presentation/kept.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';

/** Keeps what was collected in the account, and says who may see it. */
export function KeepForm() {
  const text = meetingWords.value.page;
  const problem = useSignal('');
  const organisations = keptPresentations.value?.organisations ?? [];
  const origin = draftOrigin.value;
  const before = keptPresentations.value?.rows.find(({ id }) => id === origin?.id);
  const sharedWith = useSignal<PresentationSharing | null>(null);
  const organisation = useSignal<string | null>(null);
  useEffect(() => void fetchKept(), []);
  const chosen = sharedWith.value ?? before?.sharedWith ?? 'owner';
  const ofWhom = organisation.value ?? before?.organisation ?? organisations[0] ?? null;
  const offered = presentationSharings.filter((each) => each !== 'organisation' || organisations.length > 0);
  const keep = (isNew: boolean) =>
    keepDraft({ sharedWith: chosen, organisation: ofWhom }, isNew).catch((error: unknown) => {
      const isConflict = error instanceof ServerProblem && error.kind === 'conflict';
      problem.value = isConflict ? text.conflict : text.refused;
    });
  return (
    <form
      class="shared-form"
      aria-label={text.saveTitle}
      onSubmit={(event) => {
        event.preventDefault();
        problem.value = '';
        void keep(origin === null);
      }}
    >
      <ChoiceField
        label={text.sharedWith}
        value={chosen}
        options={offered.map((each) => [each, text.sharings[each]] as const)}
        change={(value) => {
          sharedWith.value = value;
        }}
      />
      {chosen === 'organisation' && ofWhom !== null && (
        <ChoiceField
          label={text.organisation}
          value={ofWhom}
          options={organisations.map((each) => [each, each] as const)}
          change={(value) => {
            organisation.value = value;
          }}
        />
      )}
      {problem.value && <p role="alert">{problem.value}</p>}
      <p class="page-tools">
        <button type="submit" class="button button-main">
          {origin ? text.saveAgain : text.save}
        </button>
        {origin && (
          <button type="button" class="button" onClick={() => void keep(true)}>
            {text.saveCopy}
          </button>
        )}
      </p>
    </form>
  );
}
