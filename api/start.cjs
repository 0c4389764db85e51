/*
 * Starts the server by `require`: the loader of TypeScript for `import` would keep threads and processes of its own as long as
 * the server runs (docs/decisions/server-by-require.md).
 */
require('tsx/cjs');
require('./server.ts');
