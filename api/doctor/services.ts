import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { messageOf } from '../../geodata/problem.ts';
import { readProviders } from '../accounts/providers/providers.ts';
import type { Config } from '../config.ts';
import { doubtful, type Finding, well, within, wrong } from './finding.ts';

const longest = 10_000;

/** Whether mail goes out, providers answer, and the virus scanner does; each only where it is set. */
export async function examineServices({ accounts, virusScanner }: Config): Promise<Finding[]> {
  return [
    await examineMail(accounts.smtpUrl),
    ...(await examineProviders(accounts.providersFile)),
    ...(virusScanner === null ? [] : [await examineScanner(virusScanner)]),
  ];
}

async function examineMail(smtpUrl: string | null): Promise<Finding> {
  if (smtpUrl === null)
    return doubtful(
      'mail',
      'no server is set: links are handed over by an administrator',
      'set SMTP_URL and MAIL_FROM',
    );
  const transport = createTransport(smtpUrl);
  try {
    await within(longest, transport.verify());
    return well('mail', 'the server answers and knows us');
  } catch (error) {
    return wrong('mail', messageOf(error), 'correct SMTP_URL, or start the mail server');
  } finally {
    transport.close();
  }
}

async function examineProviders(file: string | null): Promise<Finding[]> {
  try {
    const { list } = await readProviders(file);
    return await Promise.all(list.map(({ key, issuer }) => examineProvider(key, issuer)));
  } catch (error) {
    return [wrong('providers', messageOf(error), 'correct OIDC_PROVIDERS_FILE')];
  }
}

async function examineProvider(key: string, issuer: string): Promise<Finding> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(longest) });
    const { issuer: told } = (await response.json()) as { readonly issuer?: unknown };
    return told === issuer
      ? well(`provider ${key}`, 'it answers')
      : wrong(`provider ${key}`, `it calls itself ${String(told)}`, 'write that as its issuer');
  } catch (error) {
    return wrong(
      `provider ${key}`,
      `${address}: ${messageOf(error)}`,
      'correct its issuer, or let this machine reach it',
    );
  }
}

async function examineScanner(scanner: string): Promise<Finding> {
  const { hostname, port } = new URL(scanner);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
  const answered = new Promise<string>((resolve, reject) => {
    socket.once('data', (bytes) => resolve(bytes.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('it closed the connection')));
    socket.write('zPING\0');
  });
  try {
    const answer = await within(longest, answered);
    if (!answer.startsWith('PONG')) throw new Error(`it answers ${JSON.stringify(answer.slice(0, 40))}`);
    return well('virus scanner', 'it answers');
  } catch (error) {
    return wrong(
      'virus scanner',
      messageOf(error),
      'start clamd, or correct VIRUS_SCAN_URL: no document is taken',
    );
  } finally {
    socket.destroy();
  }
}
