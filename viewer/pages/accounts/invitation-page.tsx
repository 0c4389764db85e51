import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { goToProvider, makePasskey, readInvitation } from '../../data/accounts.ts';
import type { InvitationBody } from '../../data/contract.ts';
import { send } from '../../data/sending.ts';
import { Field } from '../../parts/form/field.tsx';
import { clearOpenedWith, openedWith } from '../../state/account.ts';
import { openSiteAnew } from '../../state/link/opening-anew.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { Form, useSending } from './form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { describeRoles } from './role-text.ts';
import { TotpSetup } from './totp-setup.tsx';

/** A provider by its key. */
type Way = 'passkey' | 'password' | { readonly provider: string };

/** What the link of an invitation opens: who is invited, and the choice of a way to sign in. */
export function InvitationPage() {
  const found = useSignal<InvitationBody | 'none' | null>(null);
  const codes = useSignal<readonly string[] | null>(null);
  useEffect(() => {
    clearOpenedWith();
    readInvitation(openedWith).then(
      (invitation) => {
        found.value = invitation;
      },
      () => {
        found.value = 'none';
      },
    );
  }, []);
  const text = accountWords.value.invitation;
  if (codes.value) return <RecoveryCodes codes={codes.value} done={() => openSiteAnew()} />;
  if (found.value === null) return <Waiting />;
  if (found.value === 'none') return <p>{text.none}</p>;
  return <Acceptance invitation={found.value} codes={codes} />;
}

function Acceptance({
  invitation,
  codes,
}: {
  readonly invitation: InvitationBody;
  readonly codes: Signal<readonly string[] | null>;
}) {
  const { email, grants, isAnew, expiresAt, totp, providers } = invitation;
  const text = accountWords.value.invitation;
  const sending = useSending();
  const way = useSignal<Way>(globalThis.PublicKeyCredential ? 'passkey' : 'password');
  const [name, password, code, device] = [
    useSignal(invitation.name),
    useSignal(''),
    useSignal(''),
    useSignal(text.device),
  ];
  const readWay = async () => {
    if (way.value === 'password')
      return { kind: 'password', password: password.value, code: code.value.trim() };
    const answer = await makePasskey('invitation/passkey/options', { token: openedWith });
    return { kind: 'passkey', answer, name: device.value };
  };
  const submit = async () => {
    if (typeof way.value === 'object') return goToProvider(way.value.provider, { token: openedWith });
    const chosen = await readWay();
    const body = { token: openedWith, way: chosen, ...(isAnew ? {} : { name: name.value }) };
    const { recoveryCodes } = await send<{ recoveryCodes: string[] }>('invitation/accept', body);
    codes.value = recoveryCodes;
  };
  return (
    <>
      <p class="page-intro">{isAnew ? text.anew : text.intro}</p>
      <p>
        <strong>{email}</strong>. {grants.length > 0 && text.roles(describeRoles(grants))}{' '}
        {text.until(writeTime(expiresAt, false))}
      </p>
      <WayChoice way={way} providers={providers} />
      <Form sending={sending} label={text.accept} submit={submit}>
        {!isAnew && (
          <Field
            label={text.name}
            autocomplete="name"
            required
            value={name.value}
            change={(value) => (name.value = value)}
          />
        )}
        {way.value === 'password' && (
          <>
            <input type="hidden" autocomplete="username" value={email} />
            <Field
              label={text.password}
              hint={text.passwordHint}
              type="password"
              autocomplete="new-password"
              required
              value={password.value}
              change={(value) => (password.value = value)}
            />
            <TotpSetup {...totp} />
            <Field
              label={text.code}
              inputMode="numeric"
              autocomplete="one-time-code"
              required
              value={code.value}
              change={(value) => (code.value = value)}
            />
          </>
        )}
        {way.value === 'passkey' && (
          <Field
            label={text.deviceName}
            required
            value={device.value}
            change={(value) => (device.value = value)}
          />
        )}
      </Form>
    </>
  );
}

interface WayChoiceProps {
  readonly way: Signal<Way>;
  readonly providers: InvitationBody['providers'];
}

function WayChoice({ way, providers }: WayChoiceProps) {
  const text = accountWords.value.invitation;
  const ways: [Way, string, string][] = [
    ['passkey', text.byPasskey, text.byPasskeyHint],
    ['password', text.byPassword, text.byPasswordHint],
    ...providers.map(({ key, title }): [Way, string, string] => [
      { provider: key },
      text.byProvider(title),
      '',
    ]),
  ];
  return (
    <fieldset>
      <legend>{text.choose}</legend>
      <div class="way-choice">
        {ways.map(([key, label, hint]) => (
          <label key={nameWay(key)}>
            <input
              type="radio"
              name="way"
              checked={nameWay(way.value) === nameWay(key)}
              onChange={() => {
                way.value = key;
              }}
            />
            <span>{label}</span>
            {hint && <small>{hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function nameWay(way: Way): string {
  return typeof way === 'object' ? `provider ${way.provider}` : way;
}
