import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { DocumentRefusal } from './refusal.ts';

/** How long a scanner may take for one file, milliseconds. */
const longestWait = 60_000;

/**
 * Lets a scanner look at a file: `clamd` or what speaks its INSTREAM, at an address such as `tcp://127.0.0.1:3310`.
 * Throws DocumentRefusal where it finds something, and where it gives no answer that says the file is clean.
 */
export async function scanFile(scanner: string, path: string, longest = longestWait): Promise<void> {
  const answer = await ask(scanner, path, longest).catch(() => {
    throw new DocumentRefusal('scanner-silent');
  });
  if (/ FOUND$/.test(answer)) throw new DocumentRefusal('virus');
  if (!/: OK$/.test(answer)) throw new DocumentRefusal('scanner-silent');
}

async function ask(scanner: string, path: string, longest: number): Promise<string> {
  const { hostname, port } = new URL(scanner);
  const signal = AbortSignal.timeout(longest);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310), signal });
  const heard: Buffer[] = [];
  const answered = new Promise<string>((resolve, reject) => {
    socket.on('data', (part: Buffer) => heard.push(part));
    socket.once('end', () => resolve(Buffer.concat(heard).toString('latin1').replace(/\0+$/, '').trim()));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
  answered.catch(() => undefined);
  try {
    await pipeline(writeStream(path), socket, { end: false, signal });
    return await answered;
  } catch (error) {
    // It may say why before all was sent.
    if (heard.length > 0) return answered;
    throw error;
  } finally {
    socket.destroy();
  }
}

/** Each part with its length before it; one without any length is the end. */
async function* writeStream(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0', 'latin1');
  for await (const part of createReadStream(path)) yield Buffer.concat([lengthOf(part.length), part]);
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
