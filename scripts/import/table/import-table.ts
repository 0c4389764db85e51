import {
  collectTable,
  openTable,
  saveMapping,
  saveProposal,
  type TableCall,
} from '../../../api/release/table.ts';
import { InputError } from '../../../geodata/problem.ts';
import { guessMapping } from '../../../geodata/sources/table/guess.ts';
import type { TableMapping } from '../../../geodata/sources/table/mapping.ts';
import type { OpenQuestions } from '../../../geodata/sources/table/questions.ts';
import {
  describeOpen,
  isResolved,
  proposeMapping,
  resolveTable,
} from '../../../geodata/sources/table/resolve.ts';
import type { Database } from '../../../sql/database.ts';
import { askMapping } from './ask-mapping.ts';
import { askOpen } from './ask-open.ts';
import type { Terminal } from './terminal.ts';

type Opened = Awaited<ReturnType<typeof openTable>>;

/**
 * Reads a municipality's own table by its mapping into a folder that `importPackage` can read. What the mapping does
 * not say is asked at the terminal and kept; without a terminal it is proposed in a file. Throws InputError.
 */
export async function prepareTable(
  db: Database,
  call: TableCall,
  directory: string,
  terminal: Terminal | null,
): Promise<{ folder: string; notes: readonly string[] }> {
  const opened = await openTable(db, call);
  const { sheetFile, knowledge, mappingFile } = opened;
  let mapping = opened.mapping;
  // Kept at once, so that an error in the table does not cost the answers.
  const keep = async (answered: TableMapping) => {
    mapping = answered;
    await saveMapping(opened, answered);
  };
  if (!mapping && terminal) await keep(await askMapping(terminal, sheetFile, knowledge));
  for (;;) {
    if (!mapping) throw await refuseUnmapped(opened);
    const resolution = resolveTable(sheetFile, mapping, knowledge, mappingFile);
    if (isResolved(resolution.open)) {
      const { folder, notes } = await collectTable(opened, mapping, resolution, directory);
      const kept = `What was answered is kept in ${mappingFile}: next year's table needs no questions.`;
      return { folder, notes: mapping === opened.mapping ? notes : [...notes, kept] };
    }
    if (!terminal) throw await refuseOpen(opened, mapping, resolution.open);
    await keep(await askOpen(terminal, resolution.open, mapping, knowledge));
  }
}

/** Without a mapping and without anybody to ask. */
async function refuseUnmapped(opened: Opened): Promise<InputError> {
  const guess = guessMapping(opened.sheetFile, opened.knowledge);
  const path = await saveProposal(opened, proposeMapping(guess, readOpen(opened, guess)));
  return new InputError({
    file: opened.sheetFile.file,
    message: 'there is no mapping that says what is what in it, and nobody to ask',
    remedy: `a proposal is in ${path}: fill in what begins with "?" (docs/tables.md tells how), correct the rest, and rename it to ${opened.mappingFile}; or run the command at a terminal`,
  });
}

/** What would still be open with a guess, as far as that can be read. */
function readOpen({ sheetFile, knowledge, mappingFile }: Opened, guess: TableMapping): OpenQuestions | null {
  try {
    return resolveTable(sheetFile, guess, knowledge, mappingFile).open;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

async function refuseOpen(opened: Opened, mapping: TableMapping, open: OpenQuestions): Promise<InputError> {
  const path = await saveProposal(opened, proposeMapping(mapping, open));
  return new InputError({
    file: opened.sheetFile.file,
    message: `${opened.mappingFile} leaves open what is what: ${describeOpen(open)}`,
    remedy: `fill in what begins with "?" in ${path} and put it in its place, or run the command at a terminal`,
  });
}
