/**
 * The least that a server can do: sends, with node:http, the same headers and bytes that another one sends.
 * Arguments: its port, the address of the other, and the paths.
 */
import { createServer, request } from 'node:http';

interface Answer {
  readonly headers: string[];
  readonly bytes: Buffer;
}

const [port = '', origin = '', ...paths] = process.argv.slice(2);
const answers = new Map<string, Answer>();
for (const path of paths) answers.set(path, await copyAnswer(origin + path));

createServer((incoming, outgoing) => {
  const answer = answers.get(incoming.url ?? '');
  if (answer) outgoing.writeHead(200, answer.headers).end(answer.bytes);
  else outgoing.writeHead(404).end();
}).listen(Number(port), '127.0.0.1');

/** As it is sent: `fetch` would unpack it. */
function copyAnswer(address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ headers: keepHeaders(response.rawHeaders), bytes: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}

/** Without those that node:http writes by itself. */
function keepHeaders(raw: readonly string[]): string[] {
  const own = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
  return raw.flatMap((name, index) =>
    index % 2 === 0 && !own.includes(name.toLowerCase()) ? [name, raw[index + 1] ?? ''] : [],
  );
}
