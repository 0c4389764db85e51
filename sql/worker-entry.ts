/**
 * What a worker runs, to be evaluated: a file of TypeScript. Node 20 does not hand the loader of TypeScript on to a worker,
 * so it begins by registering that.
 */
export function bootstrapWorker(entry: URL): string {
  const loader = import.meta.resolve('tsx/esm/api');
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry.href)}); })`;
}
