import type { Account, LeftOut } from '../account.ts';
import {
  keyError,
  type Node,
  readInteger,
  readObject,
  readObjects,
  readText,
  refuseOtherKeys,
} from './descriptor.ts';

/** More rows than any file that can be read has. */
const mostRows = 1_000_000_000;

/**
 * Reads what became of the rows of the tables that a package was made of. Throws InputError where the sum of one does not
 * hold.
 */
export function readMadeFrom(own: Node): Account[] {
  return readObjects(own, 'madeFrom', ({ file }, number) =>
    typeof file === 'string' ? `table "${file}"` : `table ${number}`,
  ).map(readAccount);
}

function readAccount(node: Node): Account {
  refuseOtherKeys(node, ['file', 'unit', 'read', 'written', 'leftOut']);
  const written = readObject(node, 'written', `${node.place}, written`);
  refuseOtherKeys(written, ['count', 'as']);
  const account = {
    file: readText(node, 'file'),
    unit: readText(node, 'unit'),
    read: readInteger(node, 'read', 0, mostRows),
    written: { count: readInteger(written, 'count', 0, mostRows), as: readText(written, 'as') },
    leftOut: readObjects(node, 'leftOut', (_, number) => `${node.place}, reason ${number}`).map(readLeftOut),
  };
  const out = account.leftOut.reduce((sum, { count }) => sum + count, 0);
  if (account.read === account.written.count + out) return account;
  throw keyError(
    node,
    'read',
    `${account.read} ${account.unit} are not ${account.written.count} written and ${out} left out`,
    'make the package of the table again',
  );
}

function readLeftOut(node: Node): LeftOut {
  refuseOtherKeys(node, ['reason', 'count', 'first']);
  return {
    reason: readText(node, 'reason'),
    count: readInteger(node, 'count', 1, mostRows),
    first: readText(node, 'first'),
  };
}
