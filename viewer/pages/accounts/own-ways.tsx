import { useSignal } from '@preact/signals';
import { goToProvider, makePasskey } from '../../data/accounts.ts';
import type { AccountBody } from '../../data/contract.ts';
import { send } from '../../data/sending.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { Form, useSending } from './form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';

interface OwnWaysProps {
  readonly account: AccountBody;
  readonly read: () => Promise<void>;
}

interface Draft {
  readonly token: string;
  readonly secret: string;
  readonly uri: string;
}

/** How somebody signs in, and what he changes about it. */
export function OwnWays({ account, read }: OwnWaysProps) {
  const { account: text, invitation } = accountWords.value;
  const sending = useSending();
  const draft = useSignal<Draft | null>(null);
  const codes = useSignal<readonly string[] | null>(null);
  const change = (work: () => Promise<unknown>) => sending.run(async () => work().then(read));
  const remove = (way: object) => change(() => send('me/ways/remove', way));
  const addPasskey = () =>
    change(async () => {
      const answer = await makePasskey('me/passkeys/options');
      await send('me/passkeys/add', { answer, name: invitation.device });
    });
  const beginPassword = () =>
    sending.run(async () => {
      draft.value = await send<Draft>('me/password/begin');
    });
  const renewCodes = () =>
    change(async () => {
      codes.value = (await send<{ recoveryCodes: string[] }>('me/recovery-codes')).recoveryCodes;
    });
  return (
    <>
      <h2>{text.ways}</h2>
      <ul class="form-list">
        {account.passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <span>
              {text.passkeyOf(name)}
              <span class="soft small">
                {text.since} {writeTime(createdAt)}
              </span>
            </span>
            <AskButton
              label={text.remove}
              about={text.passkeyOf(name)}
              act={() => remove({ kind: 'passkey', id })}
            />
          </li>
        ))}
        {account.passkeys.length === 0 && <li>{text.noPasskey}</li>}
        <li>
          <span>{account.hasPassword ? text.passwordWay : text.noPassword}</span>
          {account.hasPassword && (
            <AskButton
              label={text.remove}
              about={text.passwordWay}
              act={() => remove({ kind: 'password' })}
            />
          )}
        </li>
        {account.providers.map(({ key, title, isLinked }) => (
          <li key={key}>
            <span>
              {title}
              {isLinked && <span class="status">{text.linked}</span>}
            </span>
            {isLinked ? (
              <AskButton label={text.remove} about={title} act={() => remove({ kind: 'provider', key })} />
            ) : (
              <button
                type="button"
                class="button"
                onClick={() => sending.run(() => goToProvider(key, { isLink: true }))}
              >
                {text.link}
              </button>
            )}
          </li>
        ))}
        <li>
          <span>{text.codesLeft(account.recoveryCodes)}</span>
        </li>
      </ul>
      <div class="form-buttons">
        <button type="button" class="button" onClick={addPasskey}>
          {text.addPasskey}
        </button>
        <button type="button" class="button" onClick={beginPassword}>
          {text.setPassword}
        </button>
        <button type="button" class="button" onClick={renewCodes}>
          {text.newCodes}
        </button>
      </div>
      <Refusal text={sending.problem.value} />
      {draft.value && (
        <PasswordForm
          draft={draft.value}
          email={account.person.email}
          done={async () => {
            draft.value = null;
            await read();
          }}
        />
      )}
      {codes.value && (
        <RecoveryCodes
          codes={codes.value}
          done={() => {
            codes.value = null;
          }}
        />
      )}
    </>
  );
}

function PasswordForm({
  draft,
  email,
  done,
}: {
  readonly draft: Draft;
  readonly email: string;
  readonly done: () => Promise<void>;
}) {
  const { account: text, invitation } = accountWords.value;
  const sending = useSending();
  const [password, code] = [useSignal(''), useSignal('')];
  const submit = async () => {
    await send('me/password/set', { token: draft.token, password: password.value, code: code.value.trim() });
    await done();
  };
  return (
    <Form sending={sending} label={text.setPassword} submit={submit}>
      <input type="hidden" autocomplete="username" value={email} />
      <Field
        label={invitation.password}
        hint={invitation.passwordHint}
        type="password"
        autocomplete="new-password"
        required
        value={password.value}
        change={(value) => (password.value = value)}
      />
      <TotpSetup secret={draft.secret} uri={draft.uri} />
      <Field
        label={invitation.code}
        inputMode="numeric"
        autocomplete="one-time-code"
        required
        value={code.value}
        change={(value) => (code.value = value)}
      />
    </Form>
  );
}
