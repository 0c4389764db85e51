import { z } from '@hono/zod-openapi';
import { organisationKinds } from '../../geodata/grant.ts';
import { secondFactors } from '../../sql/accounts/tables.ts';
import { trailActs } from '../../sql/trail.ts';
import { municipalityCodeSchema } from './common.ts';

const municipality = municipalityCodeSchema;
const organisation = z.string().trim().min(1, { error: 'the name of an organisation' }).max(200);

export const grantSchema = z
  .union([
    z.strictObject({ role: z.literal('administrator') }),
    z.strictObject({ role: z.literal('editor'), municipality }),
    z.strictObject({ role: z.literal('editor'), organisation }),
    z.strictObject({
      role: z.literal('partner'),
      organisation,
      kind: z.enum(organisationKinds),
      coordinator: z.boolean().optional(),
    }),
    z.strictObject({ role: z.literal('reader'), municipality }),
  ])
  .openapi('Grant', {
    description:
      'A role: `administrator` of the region, `editor` of a municipality or an organisation, `partner` by organisation, or `reader` of what a municipality keeps closed.',
  });

export const emailSchema = z.email({ error: 'an e-mail address' }).max(254);
export const nameSchema = z.string().trim().min(1, { error: 'a name' }).max(200);
/** The token of a link, or one that a browser was given. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'the token after # in a link' });
export const passwordSchema = z.string().max(1000, { error: 'too long' });
export const codeSchema = z
  .string()
  .trim()
  .max(40)
  .openapi({ description: 'Six digits of an authenticator app, or a recovery code.' });

/** What a browser's WebAuthn gives; looked at by the library that knows its form. */
export const passkeyAnswerSchema = z
  .looseObject({ id: z.string().max(2000) })
  .openapi('PasskeyAnswer', { description: 'What `navigator.credentials` gave, as JSON.' });

export const passkeyOptionsSchema = z
  .looseObject({ challenge: z.string() })
  .openapi('PasskeyOptions', { description: 'What `navigator.credentials` is to be given, as JSON.' });

const personSchema = z.object({ id: z.string(), name: z.string(), email: z.string() }).openapi('Person');
const time = z.iso.datetime();

export const sessionSchema = z
  .object({
    isOn: z.boolean().openapi({ description: 'Whether anybody can sign in here at all.' }),
    isDemonstration: z
      .boolean()
      .openapi({ description: 'Whether all there are to sign in as are ready roles of the demonstration.' }),
    person: personSchema.nullable(),
    grants: z.array(grantSchema),
    secondFactor: z.enum(secondFactors).nullable(),
    isRecent: z
      .boolean()
      .openapi({ description: 'Whether the ways to sign in may be changed without signing in anew.' }),
    providers: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .openapi('Session', { description: 'Who asks, and how one can sign in.' });
export type SessionBody = z.output<typeof sessionSchema>;

export const readyRolesSchema = z
  .object({
    roles: z.array(
      z.object({ name: z.string(), email: z.string(), grants: z.array(grantSchema), code: z.string() }),
    ),
  })
  .openapi('ReadyRoles', {
    description: 'Whom anybody may be in the demonstration; the passwords stand where it was started.',
  });
export type ReadyRolesBody = z.output<typeof readyRolesSchema>;

export const invitationSchema = z
  .object({
    email: z.string(),
    name: z.string(),
    grants: z.array(grantSchema),
    isAnew: z
      .boolean()
      .openapi({ description: 'Of somebody who has an account and chooses new ways to sign in.' }),
    expiresAt: time,
    totp: z.object({ secret: z.string(), uri: z.string() }).openapi({
      description: 'For an authenticator app: the secret, and the address that its QR code holds.',
    }),
    providers: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .openapi('Invitation');
export type InvitationBody = z.output<typeof invitationSchema>;

export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .openapi('RecoveryCodes', { description: 'Each works once, in the place of a code; shown this once.' });

export const accountSchema = z
  .object({
    person: personSchema,
    grants: z.array(grantSchema),
    sessions: z.array(
      z.object({
        id: z.string(),
        isThis: z.boolean(),
        device: z.string().nullable(),
        address: z.string().nullable(),
        secondFactor: z.enum(secondFactors).nullable(),
        createdAt: time,
        usedAt: time,
        expiresAt: time,
      }),
    ),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    recoveryCodes: z.number().int(),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string(), createdAt: time, usedAt: time.nullable() }),
    ),
    providers: z.array(z.object({ key: z.string(), title: z.string(), isLinked: z.boolean() })),
  })
  .openapi('Account', { description: 'All that is kept of who asks, but for the trail.' });
export type AccountBody = z.output<typeof accountSchema>;

export const peopleSchema = z
  .object({
    people: z.array(
      personSchema.extend({
        grants: z.array(grantSchema),
        createdAt: time,
        seenAt: time.nullable(),
        endedAt: time.nullable(),
      }),
    ),
    invitations: z.array(
      z.object({
        id: z.number().int(),
        email: z.string(),
        name: z.string(),
        grants: z.array(grantSchema),
        isAnew: z.boolean(),
        createdAt: time,
        expiresAt: time,
      }),
    ),
  })
  .openapi('People');
export type PeopleBody = z.output<typeof peopleSchema>;

export const linkSchema = z
  .object({
    link: z.string().openapi({ description: 'To hand over; it works once.' }),
    isMailed: z.boolean(),
    expiresAt: time,
  })
  .openapi('InvitationLink');
export type LinkBody = z.output<typeof linkSchema>;

export const trailSchema = z
  .object({
    entries: z.array(
      z.object({
        number: z.number().int(),
        at: time,
        act: z.enum(trailActs),
        actor: z.string(),
        name: z.string().nullable(),
        subject: z.string().nullable(),
        subjectName: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    next: z.number().int().nullable().openapi({ description: '`before` of the next page; null at the end.' }),
  })
  .openapi('Trail');
export type TrailBody = z.output<typeof trailSchema>;
