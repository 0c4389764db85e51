import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import type { DeskBody } from '../../data/contract.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { CheckField, Field } from '../../parts/form/field.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
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
      <ChoiceField
        label={text.organisation}
        value={organisation}
        options={organisations.map((each) => [each, each])}
        change={(value) => change({ organisation: value })}
      />
      <CheckField
        label={text.showsName}
        hint={text.showsNameHint}
        value={showsName}
        change={(value) => change({ showsName: value })}
      />
      <ChoiceField
        label={text.visibility}
        value={visibility}
        options={desk.visibilities.map((each) => [each, visibilities[each]])}
        change={(value) => change({ visibility: value })}
      />
      <ChoiceField
        label={text.lang}
        value={lang}
        options={[...new Set([lang, ...Object.keys(languages)])].map((each) => [
          each,
          languages[each] ?? each,
        ])}
        change={(value) => change({ lang: value })}
      />
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
