import { useSignal } from '@preact/signals';
import { type GrantBody, invite, readPeople } from '../../data/accounts.ts';
import type { LinkBody, PeopleBody } from '../../data/contract.ts';
import { send } from '../../data/sending.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { Form, useSending } from './form.tsx';
import { useReading } from './reading.ts';
import { firstRole, RoleFields } from './role-fields.tsx';
import { describeRoles } from './role-text.ts';

type Listed = PeopleBody['people'][number];

/** Everybody with what they may, who was invited, and the form to invite; for administrators. */
export function PeoplePage() {
  const { data, refusal, read } = useReading(readPeople);
  const text = accountWords.value.people;
  const link = useSignal<LinkBody | null>(null);
  const sending = useSending();
  if (refusal.value) return <Refusal text={refusal.value} />;
  if (!data.value) return <Waiting />;
  const { people, invitations } = data.value;
  const act = (path: string, body: object) =>
    void sending.run(async () => send(`people/${path}`, body).then(read));
  const show = (made: LinkBody) => {
    link.value = made;
    return read();
  };
  return (
    <>
      {link.value && <Link link={link.value} />}
      <Refusal text={sending.problem.value} />
      <h2>{text.people}</h2>
      <ul class="form-list">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            act={act}
            read={read}
            reset={() =>
              void sending.run(async () => send<LinkBody>('people/reset', { id: person.id }).then(show))
            }
          />
        ))}
      </ul>
      <h2>{text.invitations}</h2>
      {invitations.length === 0 && <p class="soft">{text.noInvitations}</p>}
      <ul class="form-list">
        {invitations.map(({ id, name, email, grants, isAnew, expiresAt }) => (
          <li key={id}>
            <span>
              {name}, {email}
              <span class="soft small">
                {isAnew ? text.anew : describeRoles(grants)}, {text.until(writeTime(expiresAt, false))}
              </span>
            </span>
            <AskButton label={text.withdraw} about={name} act={() => act('invitations/withdraw', { id })} />
          </li>
        ))}
      </ul>
      <h2>{text.invite}</h2>
      <InviteForm show={show} />
    </>
  );
}

function Link({ link: { link, isMailed } }: { readonly link: LinkBody }) {
  const { people: text, invitation } = accountWords.value;
  const isCopied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    isCopied.value = true;
  };
  return (
    <div class="link-box" role="status">
      <p>{isMailed ? text.mailed : text.handOver}</p>
      <code>{link}</code>
      <div>
        <button type="button" class="button" onClick={() => void copy().catch(() => undefined)}>
          {isCopied.value ? invitation.copied : invitation.copy}
        </button>
      </div>
    </div>
  );
}

interface PersonRowProps {
  readonly person: Listed;
  readonly act: (path: string, body: object) => void;
  readonly read: () => Promise<void>;
  readonly reset: () => void;
}

function PersonRow({ person, act, read, reset }: PersonRowProps) {
  const { id, name, email, grants, seenAt, endedAt } = person;
  const text = accountWords.value.people;
  const isChanging = useSignal(false);
  const state = endedAt
    ? `${text.ended} ${writeTime(endedAt, false)}`
    : `${text.seen}: ${seenAt ? writeTime(seenAt) : text.never}`;
  return (
    <li>
      <span>
        {name}, {email}
        <span class="soft small">{[describeRoles(grants), state].filter(Boolean).join('. ')}</span>
      </span>
      <span class="form-buttons">
        {!endedAt && (
          <>
            <button
              type="button"
              class="button"
              aria-label={text.actFor(text.change, name)}
              aria-expanded={isChanging.value}
              onClick={() => {
                isChanging.value = !isChanging.value;
              }}
            >
              {text.change}
            </button>
            <AskButton label={text.signOut} about={name} act={() => act('sessions/end', { id })} />
            <AskButton label={text.reset} about={name} act={reset} />
            <AskButton label={text.end} about={name} act={() => act('end', { id })} />
          </>
        )}
        {endedAt && <AskButton label={text.remove} about={name} act={() => act('remove', { id })} />}
      </span>
      {isChanging.value && (
        <RolesForm
          person={person}
          done={() => {
            isChanging.value = false;
            return read();
          }}
        />
      )}
    </li>
  );
}

function RolesForm({ person, done }: { readonly person: Listed; readonly done: () => Promise<void> }) {
  const sending = useSending();
  const grants = useSignal<readonly GrantBody[]>(person.grants);
  const submit = async () => send('people/roles', { id: person.id, grants: grants.value }).then(done);
  return (
    <Form sending={sending} label={accountWords.value.people.save} submit={submit}>
      <RoleFields
        grants={grants.value}
        change={(changed) => {
          grants.value = changed;
        }}
      />
    </Form>
  );
}

function InviteForm({ show }: { readonly show: (link: LinkBody) => Promise<void> }) {
  const text = accountWords.value.people;
  const sending = useSending();
  const [name, email] = [useSignal(''), useSignal('')];
  const grants = useSignal<readonly GrantBody[]>([firstRole]);
  const submit = async () => {
    const made = await invite({ name: name.value, email: email.value.trim(), grants: grants.value });
    [name.value, email.value, grants.value] = ['', '', [firstRole]];
    await show(made);
    document.querySelector('.page-reading')?.scrollTo({ top: 0 });
  };
  return (
    <Form sending={sending} label={text.send} submit={submit}>
      <Field
        label={text.name}
        autocomplete="off"
        required
        value={name.value}
        change={(value) => (name.value = value)}
      />
      <Field
        label={text.email}
        type="email"
        autocomplete="off"
        required
        value={email.value}
        change={(value) => (email.value = value)}
      />
      <RoleFields
        grants={grants.value}
        change={(changed) => {
          grants.value = changed;
        }}
      />
    </Form>
  );
}
