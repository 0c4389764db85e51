import { z } from 'zod';
import type { Invitation } from '../../../sql/accounts/invitations.ts';
import { requireChange } from '../../accounts/asking.ts';
import { draftTotp, findStep } from '../../accounts/codes.ts';
import type { Accounts } from '../../accounts/home.ts';
import { acceptInvitation, type ChosenWay, requireInvitation } from '../../accounts/invitation.ts';
import { limitAttempt } from '../../accounts/limits.ts';
import { offerPasskey, readPasskey } from '../../accounts/passkeys.ts';
import { derive } from '../../accounts/secret.ts';
import { beginSession } from '../../accounts/sign-in.ts';
import { originOf, trustProxies } from '../../accounts/site.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { invalidParameter } from '../../errors.ts';
import {
  codeSchema,
  invitationSchema,
  nameSchema,
  passkeyAnswerSchema,
  passkeyOptionsSchema,
  passwordSchema,
  recoveryCodesSchema,
  tokenSchema,
} from '../../schemas/account.ts';
import { describeRoute } from './description.ts';

const lookRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/invitation',
  summary: 'Who is invited by a link, and what he can sign in with',
  body: z.strictObject({ token: tokenSchema }),
  answer: invitationSchema,
});

const passkeyOptionsRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/invitation/passkey/options',
  summary: 'What a browser needs to make a passkey for an invitation',
  body: z.strictObject({ token: tokenSchema }),
  answer: passkeyOptionsSchema,
});

const acceptRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/invitation/accept',
  summary: 'Accepts an invitation with a password and a code, or with a passkey, and signs in',
  description:
    'The invitation is used up only where all of it holds. A provider is begun with at its own address.',
  body: z.strictObject({
    token: tokenSchema,
    name: nameSchema.optional(),
    way: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('password'), password: passwordSchema, code: codeSchema }),
      z.strictObject({ kind: z.literal('passkey'), answer: passkeyAnswerSchema, name: nameSchema }),
    ]),
  }),
  answer: recoveryCodesSchema,
});

/** What somebody does with the link of an invitation. */
export function invitationRoutes(context: ApiContext) {
  const addressOf = trustProxies(context.trustedProxies ?? []);
  return createRoutes()
    .openapi(lookRoute, async (c) => {
      const accounts = await requireChange(c, context);
      await limitAttempt(accounts, { address: addressOf(c) });
      const { token } = c.req.valid('json');
      const { email, name, person, grants, expiresAt } = await requireInvitation(accounts.db, token);
      // Unless the provider says that a second factor was shown, it alone would not do.
      const able = accounts.providers.list.filter(({ secondFactor }) => secondFactor !== undefined);
      const answer = {
        email,
        name,
        grants: [...grants],
        isAnew: person !== null,
        expiresAt: expiresAt.toISOString(),
        totp: await draftTotp(accounts.secret, token, email),
        providers: able.map(({ key, title }) => ({ key, title })),
      };
      return c.json(answer, 200);
    })
    .openapi(passkeyOptionsRoute, async (c) => {
      const accounts = await requireChange(c, context);
      await limitAttempt(accounts, { address: addressOf(c) });
      const { token } = c.req.valid('json');
      const invitation = await requireInvitation(accounts.db, token);
      const owner = { ...invitation, id: numberOf(accounts, invitation, token) };
      const origin = originOf(c, accounts.publicUrl);
      return c.json(await offerPasskey(accounts, origin, owner, `for ${owner.id}`), 200);
    })
    .openapi(acceptRoute, async (c) => {
      const accounts = await requireChange(c, context);
      const address = addressOf(c);
      await limitAttempt(accounts, { address });
      const { token, name, way } = c.req.valid('json');
      const invitation = await requireInvitation(accounts.db, token);
      const chosen = await readWay(accounts, originOf(c, accounts.publicUrl), { invitation, token, way });
      const { person, recoveryCodes } = await acceptInvitation(accounts, { token, name, way: chosen });
      const secondFactor = chosen.kind === 'passkey' ? 'passkey' : 'totp';
      await beginSession(c, accounts, { person: person.id, secondFactor, address });
      return c.json({ recoveryCodes: [...recoveryCodes] }, 200);
    });
}

type Way = z.output<(typeof acceptRoute.request.body.content)['application/json']['schema']>['way'];

async function readWay(
  accounts: Accounts,
  origin: string,
  { invitation, token, way }: { readonly invitation: Invitation; readonly token: string; readonly way: Way },
): Promise<ChosenWay> {
  if (way.kind === 'password') {
    const { secret } = await draftTotp(accounts.secret, token, invitation.email);
    const step = await findStep(secret, way.code);
    if (step === null) throw invalidParameter('code', 'is not the code that the app shows now');
    return { kind: 'password', password: way.password, totp: secret, step };
  }
  const id = numberOf(accounts, invitation, token);
  const passkey = await readPasskey(accounts, origin, { answer: way.answer, purpose: `for ${id}` });
  return { kind: 'passkey', id, passkey, name: way.name };
}

/** The number that the person of an invitation has, or will have: it is in a passkey before he is there. */
function numberOf({ secret }: Accounts, { person }: Invitation, token: string): string {
  return person ?? derive(secret, 'person', token).toString('base64url').slice(0, 32);
}
