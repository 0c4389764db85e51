import { BackupError } from '../api/backup/backup-error.ts';
import { ConfigError } from '../api/config.ts';
import { ReleaseError } from '../api/release/release-error.ts';
import { InputError, messageOf } from '../geodata/problem.ts';
import { isConnectionLoss } from '../sql/connection-loss.ts';
import { DataFolderError } from '../sql/data-folder.ts';
import { DirectoryInUseError } from '../sql/directory-lock.ts';
import { FolderError } from '../sql/folder-access.ts';

/** PostgreSQL's codes and the system's for no more room: disk_full, out_of_memory. */
const fullCodes: readonly unknown[] = ['53100', '53200', 'ENOSPC', 'EDQUOT'];

/**
 * Why a command that changes releases failed and how to go on: a line for what somebody can put right, the whole fault
 * for what nobody foresaw. What is published is whole in every case, since it changes in one transaction.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof InputError || error instanceof ReleaseError)
    return `${error.message} Nothing was changed.`;
  const isForeseen = [BackupError, FolderError, DataFolderError, DirectoryInUseError, ConfigError].some(
    (kind) => error instanceof kind,
  );
  if (isForeseen && error instanceof Error) return error.message;
  if (isConnectionLoss(error))
    return `The connection with the database was lost (${messageOf(error)}). What is published is as it was, or as it was to become: npm run releases tells which. Run the command again if it is not done.`;
  if (isFull(error))
    return `There is no room left for the database (${messageOf(error)}). Nothing was changed: make room and run the command again.`;
  return `It failed, nothing was changed. ${error instanceof Error ? error.stack : error}`;
}

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && fullCodes.includes(error.code)) return true;
  // The embedded database may end a message without any answer where it cannot write.
  return /no space left on device|disk quota exceeded|could not (extend|write to) file/i.test(error.message);
}
