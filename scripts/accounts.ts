import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { renderUnicodeCompact } from 'uqr';
import { draftTotp, encryptTotp, hashRecoveryCode, makeRecoveryCodes } from '../api/accounts/codes.ts';
import { openAccounts } from '../api/accounts/home.ts';
import {
  addressOfInvitation,
  invitationDays,
  inviteSomebody,
  mailInvitation,
  resetPerson,
} from '../api/accounts/invitation.ts';
import { requireGoodPassword } from '../api/accounts/password.ts';
import { makeSecret } from '../api/accounts/secret.ts';
import { makeToken } from '../api/accounts/token.ts';
import { type Config, ConfigError, readConfig } from '../api/config.ts';
import { RequestProblem } from '../api/errors.ts';
import { emailSchema, grantSchema } from '../api/schemas/account.ts';
import type { Grant } from '../geodata/grant.ts';
import { messageOf } from '../geodata/problem.ts';
import { writePasswordHash } from '../sql/accounts/credentials.ts';
import { writeRecoveryCodes, writeTotp } from '../sql/accounts/factors.ts';
import { listInvitations } from '../sql/accounts/invitations.ts';
import {
  createPerson,
  endPerson,
  findPerson,
  isLastAdministrator,
  listPersons,
} from '../sql/accounts/persons.ts';
import type { Database } from '../sql/database.ts';
import { recordAct } from '../sql/trail.ts';
import { explainCall, runCommand } from './command.ts';
import { explainFailure } from './failure.ts';
import { runOnDatabase } from './on-database.ts';

const usage = `Who may sign in.

  npm run accounts -- create-administrator --email E [--name N] [--password-file F]
  npm run accounts -- list
  npm run accounts -- invite --email E --name N --role R [--municipality GM0000 | --organisation O] [--kind K] [--coordinator]
  npm run accounts -- end --email E       may not sign in any more, and is signed out everywhere
  npm run accounts -- reset --email E     all ways in are taken away; gives a link to choose new ones

  --role           administrator, editor, partner or reader
  --municipality   code of a municipality; of an editor or a reader
  --organisation   of an editor or a partner
  --kind           of a partner: police, municipality or other; --coordinator: of safety in a municipality
  --password-file  holds the password: no link is made, and the code for an authenticator app is shown here
  --help           this text

The embedded database can be open once: stop the server first.`;

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  'password-file': { type: 'string' },
  role: { type: 'string' },
  municipality: { type: 'string' },
  organisation: { type: 'string' },
  kind: { type: 'string' },
  coordinator: { type: 'boolean' },
  help: { type: 'boolean', default: false },
} as const;

interface Call {
  readonly command: string;
  readonly email: string;
  readonly name: string;
  readonly passwordFile: string | undefined;
  readonly grant: Grant | null;
}

const by = { actor: 'command', person: null } as const;
const commands = ['create-administrator', 'list', 'invite', 'end', 'reset'];

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code. */
function run(call: Call): Promise<number> {
  return runOnDatabase(async (db) => ({ text: await perform(db, readConfig(), call) }), { explain });
}

function explain(error: unknown): string {
  return error instanceof RequestProblem ? `${error.detail}. Nothing was changed.` : explainFailure(error);
}

async function perform(db: Database, config: Config, call: Call): Promise<string> {
  if (call.command === 'list') return listAll(db);
  if (call.command === 'end') return end(db, call.email);
  const { madeIn } = await makeSecret(config.accounts);
  const note = madeIn
    ? `\n\nA secret was made in ${madeIn}. Keep a copy of it with your backups, apart from the database.`
    : '';
  if (call.command === 'reset') return (await reset(db, config, call.email)) + note;
  if (call.command === 'create-administrator' && call.passwordFile !== undefined)
    return (await createWithPassword(db, config, call, call.passwordFile)) + note;
  const grants: Grant[] = call.grant ? [call.grant] : [{ role: 'administrator' }];
  const { token } = await inviteSomebody(db, { ...call, grants, person: null, by });
  return (await handOver(db, config, call, token)) + note;
}

/** Sends the link, or shows it. */
async function handOver(
  db: Database,
  config: Config,
  to: { readonly email: string; readonly name: string },
  token: string,
): Promise<string> {
  const link = addressOfInvitation(config.publicUrl ?? `http://localhost:${config.port}`, token);
  const accounts = await openAccounts({ ...partsOf(config), db });
  const isMailed = await mailInvitation(accounts, to, link).catch((error: Error) => {
    console.error(`The message could not be sent (${error.message}): hand the link over.`);
    return false;
  });
  const start = isMailed ? `A message went to ${to.email}. The link in it` : `Give ${to.email} this link. It`;
  return `${start} works once, for ${invitationDays} days, where the server is running:\n\n  ${link}`;
}

async function createWithPassword(db: Database, config: Config, call: Call, file: string): Promise<string> {
  const { email, name } = call;
  const password = (
    await readFile(file, 'utf8').catch(() => {
      throw new ConfigError(
        `--password-file ${file} cannot be read: give the path of a file with the password in it.`,
      );
    })
  ).replace(/\r?\n$/, '');
  requireGoodPassword(password, [email, name]);
  const { secret, auth } = await openAccounts({ ...partsOf(config), db });
  const hash = await (await auth.$context).password.hash(password);
  const id = randomUUID();
  const totp = await draftTotp(secret, makeToken(), email);
  const recoveryCodes = makeRecoveryCodes();
  const kept = await encryptTotp(secret, totp.secret);
  await db.transaction().execute(async (transaction) => {
    if ((await listPersons(transaction)).some((person) => person.email === email))
      throw new RequestProblem('conflict', `Somebody with the address ${email} has an account already`);
    await createPerson(transaction, { id, name, email }, [{ role: 'administrator' }]);
    await writePasswordHash(transaction, id, hash);
    await writeTotp(transaction, { person: id, secret: kept, step: 0 });
    await writeRecoveryCodes(
      transaction,
      id,
      recoveryCodes.map((code) => hashRecoveryCode(secret, id, code)),
    );
    await recordAct(transaction, { act: 'administrator-create', actor: 'command', subject: `person:${id}` });
  });
  return [
    `${email} may sign in with the password and a code. Scan this with an authenticator app, or type ${totp.secret}:`,
    renderUnicodeCompact(totp.uri),
    'Recovery codes, each for once in the place of a code; shown this once:',
    ...recoveryCodes.map((code) => `  ${code}`),
  ].join('\n');
}

function partsOf({ accounts: settings, publicUrl }: Config) {
  return { settings, publicUrl, logger: pino({ level: 'silent' }) };
}

async function end(db: Database, email: string): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const person = await requirePerson(transaction, email);
    if (await isLastAdministrator(transaction, person.id))
      throw new RequestProblem(
        'conflict',
        'The last administrator has to stay: make somebody else one first',
      );
    await endPerson(transaction, person.id);
    await recordAct(transaction, { act: 'person-end', actor: 'command', subject: `person:${person.id}` });
    return `${person.name} (${person.email}) may not sign in any more.`;
  });
}

async function reset(db: Database, config: Config, email: string): Promise<string> {
  const { id } = await requirePerson(db, email);
  const found = await resetPerson(db, id, by);
  return found ? handOver(db, config, found.person, found.token) : '';
}

async function requirePerson(db: Database, email: string) {
  const person = await findPerson(db, { email });
  if (person) return person;
  throw new RequestProblem(
    'not-found',
    `Nobody with the address ${email} may sign in: npm run accounts -- list names who may`,
  );
}

async function listAll(db: Database): Promise<string> {
  const people = (await listPersons(db)).map(({ name, email, grants, endedAt, seenAt }) => {
    const state = endedAt ? 'ended' : seenAt ? `seen ${seenAt.toISOString().slice(0, 10)}` : 'not signed in';
    return `${email}  ${name}  ${grants.map(formatGrant).join(', ') || 'no role'}  ${state}`;
  });
  const invited = (await listInvitations(db)).map(
    ({ name, email, grants, expiresAt }) =>
      `${email}  ${name}  ${grants.map(formatGrant).join(', ')}  invited until ${expiresAt.toISOString().slice(0, 10)}`,
  );
  return [...people, ...invited].join('\n') || 'Nobody may sign in: create-administrator makes the first.';
}

function formatGrant(grant: Grant): string {
  const { role, ...where } = grant;
  const rest = Object.entries(where).map(([key, value]) => (value === true ? key : String(value)));
  return [role, ...rest].join(' ');
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
    if (values.help) return usage;
    const [command = '', ...rest] = positionals;
    if (!commands.includes(command) || rest.length > 0)
      return explainCall(`Say ${commands.join(', ')}.`, usage);
    const call = { command, passwordFile: values['password-file'], grant: null };
    if (command === 'list') return { ...call, email: '', name: '' };
    const email = emailSchema.safeParse(values.email?.trim().toLowerCase());
    if (!email.success) throw new Error(`--email ${values.email ?? ''}: give an e-mail address`);
    const name = values.name?.trim() || email.data.split('@')[0] || '';
    if (command !== 'invite') return { ...call, email: email.data, name };
    return { ...call, email: email.data, name, grant: readGrant(values) };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}

function readGrant(values: Readonly<Record<string, string | boolean | undefined>>): Grant {
  const { role, municipality, organisation, kind, coordinator } = values;
  const given = { role, municipality, organisation, kind, coordinator };
  const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const found = grantSchema.safeParse(wanted);
  if (found.success) return found.data;
  throw new Error(
    `${JSON.stringify(wanted)} is no role: administrator; editor with --municipality or --organisation; partner with --organisation and --kind; reader with --municipality`,
  );
}
