/*
 * Starts the server by `require`: the loader of TypeScript for `import` keeps a thread and a process of its own, which take
 * 60 MB as long as the server runs.
 */
require('tsx/cjs');
require('./server.ts');
