import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { invalidParameter } from '../errors.ts';

/** What a Content-Security-Policy says of a text that stands in the page itself. */
export function describeInline(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * The viewer loads everything from its own server: no inline script or style but those named by their hash (`scripts`,
 * `styles`), no evaluated text, no other host. Pictures may come from memory, for the map makes its symbols there, and
 * the map's workers may start from a blob.
 */
export function writeViewerPolicy({
  scripts,
  styles,
}: {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "worker-src 'self' blob:",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const basicHeaders = secureHeaders({
  overwrite: false,
  strictTransportSecurity: false,
  xFrameOptions: false,
  xDownloadOptions: false,
  xXssProtection: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'], payment: [], usb: [] },
});

/**
 * Headers of every answer; what a handler sets itself is kept. An answer that is no page may load nothing.
 * Strict transport is for the server that ends TLS to ask.
 */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await basicHeaders(context, next);
  if (context.res.headers.has('Content-Security-Policy')) return;
  context.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
};

/** A name that no address can have answers 400: what is written from it would fail later. */
export const requireReadableHost: MiddlewareHandler = (context, next) => {
  if (!URL.canParse(context.req.url)) throw invalidParameter('Host', 'no name of a site');
  return next();
};

const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  allowHeaders: ['If-None-Match', 'X-Request-Id'],
  exposeHeaders: ['ETag', 'X-Request-Id', 'Content-Crs', 'Link'],
  maxAge: 86_400,
});

/** Public figures may be read from any page and by any program: without cookies, and reading only. */
export const openToAll: MiddlewareHandler = (context, next) => {
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
  return anyOrigin(context, next);
};

/** What is told to one person: kept nowhere, and given to no page but our own. */
export const keepToBrowser: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('Cache-Control', 'no-store');
  context.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
};
