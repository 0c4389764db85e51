import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { goToProvider, readReadyRoles, signInWithPasskey } from '../../data/accounts.ts';
import type { ReadyRolesBody } from '../../data/contract.ts';
import { ServerProblem, send } from '../../data/sending.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { fetchSession, openedWith, session } from '../../state/account.ts';
import { openMapAnew } from '../../state/link/opening-anew.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { explain, Form, useSending } from './form.tsx';
import { ReadyRoles } from './ready-roles.tsx';

/** Signing in: with a password and a code, with a passkey, or through an organisation. */
export function SignInPage() {
  useEffect(() => void fetchSession(), []);
  const known = session.value;
  const text = accountWords.value.signIn;
  if (!known) return <Waiting />;
  if (!known.isOn) return <p>{text.closed}</p>;
  if (known.person && known.secondFactor)
    return (
      <>
        <p>{text.isIn(known.person.name)}</p>
        <ViewLink class="button" change={{ page: 'map' }}>
          {text.toMap}
        </ViewLink>
      </>
    );
  const isHalfIn = known.person !== null;
  const refused = /^[a-z-]+$/.test(openedWith) ? explain(new ServerProblem(openedWith)) : null;
  return (
    <>
      <Refusal text={refused} />
      {isHalfIn ? <SecondFactorForm /> : <PasswordForm hasReadyRoles={known.isDemonstration} />}
      <OtherWays providers={isHalfIn ? [] : known.providers} />
      <p class="soft small">{text.lost}</p>
    </>
  );
}

function PasswordForm({ hasReadyRoles }: { readonly hasReadyRoles: boolean }) {
  const sending = useSending();
  const [email, password, code] = [useSignal(''), useSignal(''), useSignal('')];
  const asksCode = useSignal(false);
  const roles = useSignal<ReadyRolesBody['roles']>([]);
  const passwordField = useRef<HTMLInputElement>(null);
  const text = accountWords.value.signIn;
  const readRoles = async () => {
    if (hasReadyRoles) roles.value = (await readReadyRoles()).roles;
  };
  useEffect(() => void readRoles(), []);
  const isReady = roles.value.some((role) => role.email === email.value);
  const submit = async () => {
    const given = { email: email.value.trim(), password: password.value };
    const body = asksCode.value ? { ...given, code: code.value } : given;
    const { isSignedIn } = await send<{ isSignedIn: boolean }>('sign-in', body);
    if (isSignedIn) openMapAnew();
    else {
      await readRoles();
      code.value = roles.value.find((role) => role.email === email.value)?.code ?? '';
      asksCode.value = true;
    }
  };
  const choose = (chosen: string) => {
    email.value = chosen;
    asksCode.value = false;
    passwordField.current?.focus();
  };
  return (
    <>
      {hasReadyRoles && <ReadyRoles roles={roles.value} choose={choose} />}
      <Form sending={sending} label={asksCode.value ? text.enter : text.next} submit={submit}>
        <Field
          label={text.email}
          type="email"
          autocomplete="username webauthn"
          required
          value={email.value}
          change={(value) => (email.value = value)}
        />
        <Field
          label={text.password}
          type="password"
          autocomplete="current-password"
          required
          input={passwordField}
          value={password.value}
          change={(value) => (password.value = value)}
        />
        {asksCode.value && (
          <CodeField
            value={code.value}
            change={(value) => (code.value = value)}
            hint={isReady ? accountWords.value.readyRoles.code : text.codeHint}
          />
        )}
      </Form>
    </>
  );
}

interface CodeFieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint: string;
}

function CodeField({ value, change, hint }: CodeFieldProps) {
  return (
    <Field
      label={accountWords.value.signIn.code}
      hint={hint}
      autocomplete="one-time-code"
      required
      isNext
      value={value}
      change={change}
    />
  );
}

function SecondFactorForm() {
  const sending = useSending();
  const code = useSignal('');
  const text = accountWords.value.signIn;
  const submit = async () => {
    await send('second-factor', { code: code.value });
    openMapAnew();
  };
  return (
    <>
      <p>{text.secondFactor}</p>
      <Form sending={sending} label={text.enter} submit={submit}>
        <CodeField value={code.value} change={(value) => (code.value = value)} hint={text.codeHint} />
      </Form>
    </>
  );
}

function OtherWays({ providers }: { readonly providers: readonly { key: string; title: string }[] }) {
  const sending = useSending();
  const text = accountWords.value.signIn;
  const enter = async () => {
    await signInWithPasskey();
    openMapAnew();
  };
  return (
    <div class="account-other">
      <button
        type="button"
        class="button button-wide"
        disabled={sending.isBusy.value}
        onClick={() => sending.run(enter)}
      >
        {text.passkey}
      </button>
      {providers.map(({ key, title }) => (
        <button
          type="button"
          key={key}
          class="button button-wide"
          onClick={() => sending.run(() => goToProvider(key))}
        >
          {text.provider(title)}
        </button>
      ))}
      <Refusal text={sending.problem.value} />
    </div>
  );
}
