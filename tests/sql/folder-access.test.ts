import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireRoomForImport } from '../../api/release/room.ts';
import { explainFailure } from '../../scripts/failure.ts';
import { openEmbedded } from '../../sql/embedded.ts';
import {
  explainFolder,
  FolderError,
  makePrivateFolder,
  readFreeBytes,
  requireRoom,
} from '../../sql/folder-access.ts';
import { makeFolder, removeFolders } from '../setup/folder.ts';

const failWith = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'there is no room left for /data: make room on its disk and start again'],
  ['EDQUOT', 'there is no room left for /data'],
  ['EROFS', '/data cannot be written by this account: give the folder to it (chown)'],
  ['EACCES', 'or set DATA_DIR to another one'],
  ['ENOTDIR', '/data is no folder'],
])('%s is said in one line', (code, words) => {
  const error = explainFolder(failWith(code), '/data');
  expect(error).toBeInstanceOf(FolderError);
  expect(explainFailure(error)).toContain(words);
  expect(explainFailure(error)).not.toContain('\n');
});

test('any other error stays what it is', () => {
  const error = failWith('EIO');
  expect(explainFolder(error, '/data')).toBe(error);
});

test('a folder is made with those above it, for this account alone, by several at once', async () => {
  const folder = join(await makeFolder('private'), 'a', 'b');
  await Promise.all([makePrivateFolder(folder), makePrivateFolder(folder)]);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await makePrivateFolder(folder);
});

test.runIf(existsSync('/proc/self'))(
  'where no folders can be made, it is said and not tried for ever',
  async () => {
    const making = makePrivateFolder('/proc/x/y', 'give another folder');
    await expect(making).rejects.toThrow(
      '/proc/x/y cannot be made, as no folders can be made there: give another folder',
    );
    await expect(making).rejects.toBeInstanceOf(FolderError);
  },
);

test('the embedded database says so before anything is made', async () => {
  const file = join(await makeFolder('no-folder'), 'file');
  await writeFile(file, '');
  await expect(openEmbedded({ directory: join(file, 'data') }, () => undefined)).rejects.toThrow(
    'is no folder',
  );
  await removeFolders();
});

test('room is looked for on the disk of a folder that is not there yet', async () => {
  const folder = await makeFolder('room');
  expect(await readFreeBytes(join(folder, 'a', 'b'))).toBeGreaterThan(0);
  await expect(requireRoom(folder, { bytes: 1e18, what: 'it' })).rejects.toBeInstanceOf(FolderError);
  await requireRoom(folder, { bytes: 1, what: 'it' });
  await removeFolders();
});

test('an import into the embedded database is refused where its disk could not hold it, and of a server it is not known', async () => {
  const folder = await makeFolder('import');
  await writeFile(join(folder, 'figures.csv'), 'x'.repeat(1024 ** 2));
  const readFree = async () => 200 * 1024 ** 2;
  await expect(requireRoomForImport({ directory: folder }, folder, readFree)).rejects.toThrow(
    `the import needs 216 MB and the disk of ${folder} has 200 MB: make room first`,
  );
  await requireRoomForImport({ directory: folder }, folder, async () => 217 * 1024 ** 2);
  await requireRoomForImport({ url: 'postgres://somewhere' }, folder, readFree);
  await removeFolders();
});
