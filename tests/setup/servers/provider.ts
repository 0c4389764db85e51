import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { listen } from './listening.ts';

/** What an OpenID Connect provider says, so that a test can let it lie. */
export interface Told {
  /** Who signs in there. */
  claims: JWTPayload;
  /** Answers nothing at all. */
  hangs: boolean;
  /** Says that it is another issuer. */
  issuer: string | null;
  /** Signs with a key that it does not publish. */
  signsWrong: boolean;
}

/**
 * An OpenID Connect provider: code flow with PKCE, one client, whoever comes signs in at once. `path` is the end of its
 * issuer, as Entra ID has one for each tenant.
 */
export async function startProvider(clientId: string, clientSecret: string, path = '') {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const told: Told = { claims: { sub: 'ada' }, hangs: false, issuer: null, signsWrong: false };
  const codes = new Map<string, { nonce: string; challenge: string; redirect: string }>();
  const base = { url: '' };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (told.hangs) return;
    const url = new URL(request.url ?? '', base.url);
    const send = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (!url.pathname.startsWith(path)) return send({}, 404);
    const place = url.pathname.slice(path.length);
    if (place === '/.well-known/openid-configuration') return send(describe());
    if (place === '/keys') return send({ keys: [key] });
    if (place === '/authorize') return authorize(url.searchParams, response);
    if (place === '/token') return send(...(await exchange(new URLSearchParams(await readBody(request)))));
    return send({}, 404);
  }

  function describe() {
    return {
      issuer: told.issuer ?? base.url,
      authorization_endpoint: `${base.url}/authorize`,
      token_endpoint: `${base.url}/token`,
      jwks_uri: `${base.url}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    const redirect = asked.get('redirect_uri') ?? '';
    codes.set(code, {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirect,
    });
    const back = new URLSearchParams({ code, state: asked.get('state') ?? '' });
    response.writeHead(302, { location: `${redirect}?${back}` });
    response.end();
  }

  async function exchange(asked: URLSearchParams): Promise<[unknown, number]> {
    const code = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const isClient = asked.get('client_id') === clientId && asked.get('client_secret') === clientSecret;
    if (!code || !isClient || challenge !== code.challenge || asked.get('redirect_uri') !== code.redirect)
      return [{ error: 'invalid_grant' }, 400];
    const token = await new SignJWT({ nonce: code.nonce, iss: base.url, aud: clientId, ...told.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(told.signsWrong ? other.privateKey : privateKey);
    return [{ access_token: randomUUID(), token_type: 'Bearer', id_token: token }, 200];
  }

  const server = await listen((request, response) => void answer(request, response));
  base.url = `${server.base}${path}`;
  return { issuer: base.url, told, close: server.close };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
