import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Collection } from './collections.ts';

/** The OpenAPI 3.0 document of the service and what it is made of. */
export type ServiceDocument = ReturnType<OpenAPIHono['getOpenAPIDocument']>;
type Path = NonNullable<ServiceDocument['paths']>[string];

const anyCollection = '/collections/{collectionId}';

/**
 * The document of the service at `address` for who may see these collections. Each has its own addresses in it, as clients
 * look there for what they may ask of a collection.
 */
export function describeService(
  routes: OpenAPIHono,
  service: { readonly address: string; readonly title: string; readonly description: string },
  collections: readonly Collection[],
): ServiceDocument {
  const { address, title, description } = service;
  const document = routes.getOpenAPIDocument({
    openapi: '3.0.3',
    info: { title, description, version: '1', license: { name: 'EUPL-1.2' } },
    servers: [{ url: address }],
  });
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, item]): [string, Path][] =>
    path.startsWith(anyCollection)
      ? collections.map(({ id }) => [path.replace('{collectionId}', id), withoutCollection(item)])
      : [[path, item]],
  );
  return { ...document, paths: Object.fromEntries(paths) };
}

function withoutCollection(item: Path): Path {
  const parameters = item.get?.parameters?.filter((one) => !('name' in one && one.name === 'collectionId'));
  return { ...item, ...(item.get && { get: { ...item.get, parameters } }) } as Path;
}
