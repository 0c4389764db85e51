import type { ReadyRolesBody } from '../../data/contract.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { describeRoles } from './role-text.ts';

/** Whom anybody may be in the demonstration: a press fills in the e-mail address; the password stands in the terminal. */
export function ReadyRoles({
  roles,
  choose,
}: {
  readonly roles: ReadyRolesBody['roles'];
  readonly choose: (email: string) => void;
}) {
  const text = accountWords.value.readyRoles;
  return (
    <section class="ready-roles" aria-labelledby="ready-roles-title">
      <h2 id="ready-roles-title">{text.title}</h2>
      <p>{text.intro}</p>
      <ul>
        {roles.map(({ email, grants }) => (
          <li key={email}>
            <button type="button" class="button" onClick={() => choose(email)}>
              {describeRoles(grants)}
            </button>
            <span class="soft small">{email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
