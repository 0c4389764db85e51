import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { judgeDocument } from './judging.ts';
import type { ReadingMessage, ReadingOrder } from './reading.ts';
import { DocumentRefusal } from './refusal.ts';

const { path, mostText } = workerData as ReadingOrder;
const say = (message: ReadingMessage) => parentPort?.postMessage(message);

async function read(): Promise<void> {
  try {
    const { type, text } = await judgeDocument(await readFile(path), mostText);
    // PostgreSQL refuses NUL, and UTF-8 halves of a character.
    const plain = Buffer.from(text.slice(0, mostText)).toString('utf8').replaceAll('\0', ' ');
    say({ kind: 'read', type, text: plain });
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    say({ kind: 'refused', reason: error.reason });
  }
}

void read();
