import { keyError, type Node, readText } from './descriptor.ts';

/** A file that a resource consists of. A file that is not `required` may be absent. */
export interface ResourceFile {
  readonly path: string;
  readonly required: boolean;
  /** Bytes that it may have at most, see limit.ts. */
  readonly limit: number;
}

/**
 * Reads the path of a file inside the package's folder, with forward slashes, as Data Package asks. Throws InputError
 * where it could lead out of the folder. Symbolic links are for whoever opens the file to judge.
 */
export function readPath(node: Node): string {
  if (Array.isArray(node.values.path))
    throw keyError(node, 'path', 'it is a list', 'give one file for each resource');
  const path = readText(node, 'path').replace(/^(\.\/)+/, '');
  const reason = findWayOut(path);
  if (reason)
    throw keyError(
      node,
      'path',
      `"${path}" ${reason}`,
      'name a file inside the package, such as "data/figures.csv"',
    );
  return path;
}

function findWayOut(path: string): string | null {
  if (/\p{Cc}/u.test(path)) return 'holds a control character';
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'is an address, not a file of the package';
  if (path.includes('\\')) return 'has a backslash';
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path))
    return 'starts outside the package';
  if (path.split('/').includes('..')) return 'leaves the package’s folder';
  if (path.split('/').some((part) => part === '' || part === '.')) return 'has an empty part';
  return null;
}
