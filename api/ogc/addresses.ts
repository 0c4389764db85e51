import type { Language } from '../../geodata/text.ts';

/** Where the service is. */
export const servicePath = '/ogc';

export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly templated?: boolean;
}

/** What stays in every address that follows, so that a client which asks for figures once has them everywhere. */
export interface Kept {
  readonly indicator?: string | undefined;
  readonly period?: string | undefined;
  readonly lang?: Language | undefined;
}

/** Writes the address of a place in the service, with what is kept and more parameters. */
export type WriteAddress = (path: string, more?: Readonly<Record<string, string | undefined>>) => string;

export function addressesFrom(origin: string, kept: Kept): WriteAddress {
  return (path, more = {}) => {
    const parameters = Object.entries({ ...kept, ...more }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    return `${origin}${servicePath}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
  };
}

export const jsonType = 'application/json';
export const geojsonType = 'application/geo+json';
export const htmlType = 'text/html';
export const openapiType = 'application/vnd.oai.openapi+json;version=3.0';

/** The same thing in its two forms: as it is sent now, and the other. `type`: of its data. */
export function linkForms(
  write: WriteAddress,
  path: string,
  { type, form, more = {} }: { type: string; form: 'json' | 'html'; more?: Readonly<Record<string, string>> },
): Link[] {
  const own = (which: 'json' | 'html') => ({
    type: which === 'json' ? type : htmlType,
    href: write(path, { ...more, f: which }),
  });
  return [
    { rel: 'self', ...own(form) },
    { rel: 'alternate', ...own(form === 'json' ? 'html' : 'json') },
  ];
}
