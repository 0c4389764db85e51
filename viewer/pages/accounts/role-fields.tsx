import { useId } from 'preact/hooks';
import type { GrantBody } from '../../data/accounts.ts';
import { Field } from '../../parts/form/field.tsx';
import { catalog } from '../../state/catalog.ts';
import { accountWords } from '../../state/screen/account-words.ts';

const roles = ['partner', 'reader', 'editor', 'administrator'] as const;
const kinds = ['police', 'municipality', 'other'] as const;

/** A role to begin with. */
export const firstRole: GrantBody = { role: 'partner', organisation: '', kind: 'municipality' };

interface RoleFieldsProps {
  readonly grants: readonly GrantBody[];
  readonly change: (grants: readonly GrantBody[]) => void;
}

/** The roles of somebody, each with where it counts; one more can be added. */
export function RoleFields({ grants, change }: RoleFieldsProps) {
  const text = accountWords.value.people;
  const replace = (place: number, grant: GrantBody | null) =>
    change(grants.flatMap((one, index) => (index === place ? (grant ? [grant] : []) : [one])));
  return (
    <>
      {grants.map((grant, place) => (
        <fieldset class="role-fields" key={place}>
          <legend class={grants.length > 1 ? undefined : 'hidden-text'}>
            {text.role} {grants.length > 1 ? place + 1 : ''}
          </legend>
          <OneRole grant={grant} change={(changed) => replace(place, changed)} />
          {grants.length > 1 && (
            <button type="button" class="button" onClick={() => replace(place, null)}>
              {text.dropRole} {place + 1}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" class="button" onClick={() => change([...grants, firstRole])}>
        {text.addRole}
      </button>
    </>
  );
}

function OneRole({
  grant,
  change,
}: {
  readonly grant: GrantBody;
  readonly change: (grant: GrantBody) => void;
}) {
  const text = accountWords.value.people;
  const municipalities = catalog.data.value?.municipalities ?? [];
  const first = municipalities[0]?.code ?? '';
  const choose = (role: GrantBody['role']) => {
    if (role === 'administrator') change({ role });
    else if (role === 'partner') change(firstRole);
    else if (role === 'editor') change({ role, municipality: first });
    else change({ role, municipality: first });
  };
  return (
    <>
      <Choice
        label={text.role}
        value={grant.role}
        values={roles.map((role) => [role, text.roles[role]])}
        change={choose}
      />
      {grant.role === 'editor' && (
        <Choice
          label={text.of}
          value={'municipality' in grant ? 'municipality' : 'organisation'}
          values={[
            ['municipality', text.ofMunicipality],
            ['organisation', text.ofOrganisation],
          ]}
          change={(of) =>
            change(
              of === 'municipality'
                ? { role: 'editor', municipality: first }
                : { role: 'editor', organisation: '' },
            )
          }
        />
      )}
      {'municipality' in grant && (
        <Choice
          label={text.municipality}
          value={grant.municipality}
          values={municipalities.map(({ code, name }) => [code, name])}
          change={(municipality) => change({ ...grant, municipality })}
        />
      )}
      {'organisation' in grant && (
        <Field
          label={text.organisation}
          required
          value={grant.organisation}
          change={(organisation) => change({ ...grant, organisation })}
        />
      )}
      {grant.role === 'partner' && (
        <Choice
          label={text.kind}
          value={grant.kind}
          values={kinds.map((kind) => [kind, text.kinds[kind]])}
          change={(kind) => change({ role: 'partner', organisation: grant.organisation, kind })}
        />
      )}
      {grant.role === 'partner' && grant.kind === 'municipality' && (
        <label>
          <input
            type="checkbox"
            checked={grant.coordinator === true}
            onChange={(event) => change({ ...grant, coordinator: event.currentTarget.checked })}
          />{' '}
          {text.coordinator}
        </label>
      )}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly (readonly [Value, string])[];
  readonly change: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, values, change }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value as Value)}>
        {values.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
