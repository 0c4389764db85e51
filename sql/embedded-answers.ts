import type { PGlite } from '@electric-sql/pglite';
import { messageOf } from '../geodata/problem.ts';

/*
 * PGlite 0.5.8 answers two things of the extended query protocol in a way that `pg` takes amiss:
 * - after an error it says ReadyForQuery at once, and again at Sync, so that the next query seems answered before it is;
 * - an exception within GEOS can end a message without any answer, not even an error.
 * Messages: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

type Execute = PGlite['execProtocolRawStream'];

/** What the answer to each message ends with when nothing is wrong; a message that is not named here has its own ways. */
const endings: Readonly<Record<string, string>> = { P: '1', B: '2', D: 'Tn', E: 'CIs', Q: 'CI' };

/** Makes a PGlite answer as a PostgreSQL server does, for the one connection that it serves. */
export function repairAnswers(database: PGlite): void {
  const execute: Execute = database.execProtocolRawStream.bind(database);
  /** After an error everything up to Sync is passed over. */
  let failed = false;
  database.execProtocolRawStream = async (message, options) => {
    const type = String.fromCharCode(message[0] ?? 0);
    const answer = await collectAnswer(execute, message, options?.syncToFs);
    const repaired = failed && type in endings && type !== 'Q' ? [] : repair(type, answer);
    if (type === 'S' || type === 'Q') failed = false;
    else if (repaired.some(isError)) failed = true;
    if (repaired.length > 0) options?.onRawData?.(Buffer.concat(repaired));
  };
}

/** The messages of an answer; an exception becomes an error message. */
async function collectAnswer(execute: Execute, message: Uint8Array, syncToFs = true): Promise<Buffer[]> {
  const parts: Uint8Array[] = [];
  try {
    await execute(message, { syncToFs, onRawData: (data) => parts.push(data.slice()) });
  } catch (error) {
    return [...splitMessages(Buffer.concat(parts)), writeError(messageOf(error))];
  }
  return splitMessages(Buffer.concat(parts));
}

function repair(type: string, answer: readonly Buffer[]): Buffer[] {
  const ending = endings[type];
  if (ending === undefined) return [...answer];
  const ready = answer.filter((message) => typeOf(message) === 'Z');
  const said = answer.filter((message) => typeOf(message) !== 'Z');
  if (!said.some(isError) && !said.some((message) => ending.includes(typeOf(message))))
    said.push(writeError('the embedded database gave no answer: a function failed on these values'));
  return type === 'Q' ? [...said, ...ready.slice(-1)] : said;
}

/** Every message is a letter, its length without the letter, and its body. */
function splitMessages(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  // The answer to a request for encryption is a letter alone, and none of ours.
  for (let begin = 0; begin + 5 <= bytes.length; ) {
    const end = begin + 1 + bytes.readInt32BE(begin + 1);
    messages.push(bytes.subarray(begin, end));
    begin = end;
  }
  return messages;
}

function typeOf(message: Buffer): string {
  return String.fromCharCode(message[0] ?? 0);
}

function isError(message: Buffer): boolean {
  return typeOf(message) === 'E';
}

/** An ErrorResponse with SQLSTATE XX000, internal_error. */
function writeError(text: string): Buffer {
  const fields = ['SERROR', 'VERROR', 'CXX000', `M${text}`].map((field) => `${field}\0`).join('');
  const body = Buffer.from(`${fields}\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
