import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import type { DeskBody } from '../../data/contract.ts';
import type { Draft } from '../../data/contributions.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { Field } from '../accounts/form.tsx';
import { Choice } from './choice.tsx';
import type { DraftPart } from './draft-part.ts';

interface AuthorFieldsProps extends DraftPart {
  readonly desk: DeskBody;
  readonly isNew: boolean;
}

/** Who writes, in whose name, for whom, in which language and until when. */
export function AuthorFields({ draft, change, desk, isNew }: AuthorFieldsProps) {
  const { form: text, visibilities, languages } = contributionWords.value;
  const { role, organisation, visibility, lang, endsOn, showsName } = draft.value;
  const organisations = isNew ? desk.organisations : [...new Set([organisation, ...desk.organisations])];
  return (
    <>
      <Field
        label={text.role}
        hint={text.roleHint}
        required
        value={role}
        change={(value) => change({ role: value.slice(0, contributionLimits.role) })}
      />
      <Choice
        label={text.organisation}
        value={organisation}
        change={(value) => change({ organisation: value })}
      >
        {organisations.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Choice>
      <label class="writing-check">
        <input
          type="checkbox"
          checked={showsName}
          onChange={(event) => change({ showsName: event.currentTarget.checked })}
        />
        <span>
          {text.showsName}
          <span class="soft small">{text.showsNameHint}</span>
        </span>
      </label>
      <Choice
        label={text.visibility}
        value={visibility}
        change={(value) => change({ visibility: value as Draft['visibility'] })}
      >
        {desk.visibilities.map((each) => (
          <option key={each} value={each}>
            {visibilities[each]}
          </option>
        ))}
      </Choice>
      <Choice label={text.lang} value={lang} change={(value) => change({ lang: value })}>
        {[...new Set([lang, ...Object.keys(languages)])].map((each) => (
          <option key={each} value={each}>
            {languages[each] ?? each}
          </option>
        ))}
      </Choice>
      <Field
        label={text.endsOn}
        hint={text.endsOnHint}
        type="date"
        value={endsOn ?? ''}
        change={(value) => change({ endsOn: value || null })}
      />
    </>
  );
}
