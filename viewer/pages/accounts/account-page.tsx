import { useSignal } from '@preact/signals';
import { readAccount } from '../../data/accounts.ts';
import type { AccountBody } from '../../data/contract.ts';
import { send } from '../../data/sending.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { isAdministrator, mayAskNeighbourhood, mayTakePart } from '../../state/account.ts';
import { openSiteAnew } from '../../state/link/opening-anew.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { words } from '../../state/screen/words.ts';
import { Waiting } from '../page-to-read.tsx';
import { Form, useSending } from './form.tsx';
import { OwnWays } from './own-ways.tsx';
import { useReading } from './reading.ts';
import { describeRoles } from './role-text.ts';

/** What somebody sees of himself: what he may, how he signs in, where he is signed in, and what is kept. */
export function AccountPage() {
  const { data, refusal, read } = useReading(readAccount);
  const { account: text, signIn } = accountWords.value;
  const sending = useSending();
  if (refusal.value)
    return (
      <>
        <Refusal text={refusal.value} />
        <ViewLink class="button" change={{ page: 'sign-in' }}>
          {signIn.enter}
        </ViewLink>
      </>
    );
  const account = data.value;
  if (!account) return <Waiting />;
  const { person, grants } = account;
  const leave = async () => {
    await send('sign-out');
    openSiteAnew();
  };
  return (
    <>
      <p class="page-intro">
        {person.name}, {person.email}
      </p>
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => sending.run(leave)}>
          {text.signOut}
        </button>
        {mayTakePart() && (
          <ViewLink class="button" change={{ page: 'writing', contribution: null }}>
            {words.value.pages.writing}
          </ViewLink>
        )}
        {mayAskNeighbourhood() && (
          <ViewLink class="button" change={{ page: 'questionnaires' }}>
            {words.value.pages.questionnaires}
          </ViewLink>
        )}
        {isAdministrator() && <AdministratorLinks />}
      </div>
      <Refusal text={sending.problem.value} />
      <h2>{text.roles}</h2>
      <p>{describeRoles(grants)}</p>
      <OwnWays account={account} read={read} />
      <Sessions sessions={account.sessions} read={read} />
      <h2>{text.kept}</h2>
      <p>{text.keptText}</p>
      <Removal />
    </>
  );
}

function AdministratorLinks() {
  const { pages } = words.value;
  return (
    <>
      <ViewLink class="button" change={{ page: 'people' }}>
        {pages.people}
      </ViewLink>
      <ViewLink class="button" change={{ page: 'access' }}>
        {pages.access}
      </ViewLink>
      <ViewLink class="button" change={{ page: 'trail' }}>
        {pages.trail}
      </ViewLink>
    </>
  );
}

function Sessions({
  sessions,
  read,
}: {
  readonly sessions: AccountBody['sessions'];
  readonly read: () => Promise<void>;
}) {
  const { account: text, factors, people } = accountWords.value;
  const sending = useSending();
  const end = (body: object) => sending.run(async () => send('me/sessions/end', body).then(read));
  return (
    <>
      <h2>{text.sessions}</h2>
      <ul class="form-list">
        {sessions.map(({ id, device, address, isThis, secondFactor, createdAt, usedAt }) => (
          <li key={id}>
            <span>
              {nameDevice(device) ?? text.noDevice}
              {isThis && <span class="status">{text.thisOne}</span>}
              <span class="soft small">
                {text.since} {writeTime(createdAt)}, {factors[secondFactor ?? 'none']}. {text.usedAt}{' '}
                {writeTime(usedAt)}
                {address && `, ${address}`}
              </span>
            </span>
            {!isThis && (
              <button
                type="button"
                class="button"
                aria-label={people.actFor(
                  text.end,
                  `${nameDevice(device) ?? text.noDevice}, ${writeTime(createdAt)}`,
                )}
                onClick={() => end({ id })}
              >
                {text.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" class="button" onClick={() => end({})}>
          {text.endOthers}
        </button>
      )}
      <Refusal text={sending.problem.value} />
    </>
  );
}

/** The browser and the system, of what a browser says of itself. */
function nameDevice(device: string | null): string | null {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(device ?? '')?.[1];
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(device ?? '')?.[1];
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  const told = [browser, system].flatMap((name) => (name ? [names[name] ?? name] : []));
  return told.length > 0 ? told.join(', ') : null;
}

function Removal() {
  const text = accountWords.value.account;
  const sending = useSending();
  const email = useSignal('');
  const submit = async () => {
    await send('me/remove', { email: email.value });
    openSiteAnew();
  };
  return (
    <details class="further-section">
      <summary>{text.removeMe}</summary>
      <p>{text.removeText}</p>
      <Form sending={sending} label={text.removeMe} submit={submit}>
        <Field
          label={text.removeLabel}
          autocomplete="off"
          required
          value={email.value}
          change={(value) => (email.value = value)}
        />
      </Form>
    </details>
  );
}
