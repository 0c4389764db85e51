import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigError } from '../../config.ts';

const issuer = z
  .url({ protocol: /^https$/ })
  .or(z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }));

const providerSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'small letters, digits and hyphens' }),
  title: z.string().min(1),
  issuer: issuer.refine((text) => !text.includes('/common/') && !text.includes('/organizations/'), {
    error: 'the issuer of one organisation: of Entra ID https://login.microsoftonline.com/TENANT/v2.0',
  }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Values of `acr` or `amr` in the provider's answer that say that a second factor was shown. */
  secondFactor: z
    .strictObject({ acr: z.array(z.string()).default([]), amr: z.array(z.string()).default([]) })
    .optional(),
});

/** An OpenID Connect provider: an organisation that says who somebody is. */
export type Provider = z.output<typeof providerSchema>;

export interface Providers {
  readonly list: readonly Provider[];
  find(key: string): Provider | undefined;
}

/** Reads the file that names them; null: there are none. Throws ConfigError that names the file and the field. */
export async function readProviders(path: string | null): Promise<Providers> {
  const list = path === null ? [] : await readList(path);
  return { list, find: (key) => list.find((provider) => provider.key === key) };
}

async function readList(path: string): Promise<Provider[]> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(
      `OIDC_PROVIDERS_FILE ${path} cannot be read as JSON (${(error as Error).message}); docs/operating.md shows one.`,
    );
  }
  const result = z.array(providerSchema).safeParse(found);
  if (!result.success) {
    const lines = result.error.issues.map(({ path: field, message }) => `  ${field.join('.')}: ${message}`);
    throw new ConfigError(`OIDC_PROVIDERS_FILE ${path} cannot be used:\n${lines.join('\n')}`);
  }
  const keys = result.data.map(({ key }) => key);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice) throw new ConfigError(`OIDC_PROVIDERS_FILE ${path} names the key ${twice} twice.`);
  return result.data;
}
