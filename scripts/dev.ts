/** Runs the API, started again at every change, and the viewer with its changes shown at once, on http://localhost:5173. */
import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { readConfig } from '../api/config.ts';

const target = `http://localhost:${readConfig().port}`;
const api = spawn(process.execPath, ['--import', 'tsx', '--watch', 'api/server.ts'], { stdio: 'inherit' });
const viewer = await createServer({
  server: { proxy: { '/api': target, '/tiles': target, '/healthz': target, '/readyz': target } },
});
await viewer.listen();
viewer.printUrls();

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  api.kill('SIGTERM');
  await viewer.close();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
api.once('exit', stop);
