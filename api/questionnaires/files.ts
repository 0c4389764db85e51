import { InputError } from '../../geodata/problem.ts';
import type { Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import { readQuestionnaire } from '../../geodata/questionnaire/reading.ts';
import { readXlsform } from '../../geodata/questionnaire/xlsform.ts';
import { parseJson } from '../../geodata/sources/formats/json.ts';
import { readSheetFile } from '../../geodata/sources/table/sheet-file.ts';
import { describeFault } from './drafts.ts';

/** The most bytes of a file of a questionnaire, of counts or of codes. */
export const mostFileBytes = 10 * 1024 ** 2;

/** What was read in a file. */
export interface ReadDefinition {
  readonly definition: Questionnaire;
  /** What was read otherwise than it stood there, or could not be taken over, in words. */
  readonly notes: readonly string[];
}

/** Reads a questionnaire from JSON or an XLSForm, told apart by their first bytes. Throws a problem 400 that names the place and the way out. */
export async function readDefinitionFile(bytes: Uint8Array, name: string): Promise<ReadDefinition> {
  try {
    const read = isWorkbook(bytes) ? await readForm(bytes, name) : readJson(bytes, name);
    requireBeginning(read.definition, name);
    return read;
  } catch (error) {
    throw describeFault(error);
  }
}

/** The most bytes of a definition as it is begun and saved: those of any request, with room for what stands around it. */
const mostDefinitionBytes = 1_000_000;

/** Refuses what could not be begun, before somebody looks through it. Throws InputError. */
function requireBeginning(definition: Questionnaire, file: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  if (bytes <= mostDefinitionBytes) return;
  throw new InputError({
    file,
    message: `as a questionnaire it takes ${Math.ceil(bytes / 1000)} kB, more than ${mostDefinitionBytes / 1000}`,
    remedy: 'shorten its texts, or leave out blocks that are not asked',
  });
}

function readJson(bytes: Uint8Array, name: string): ReadDefinition {
  const { value, note } = parseJson(bytes, name);
  return { definition: readQuestionnaire(value, name), notes: note ? [note] : [] };
}

async function readForm(bytes: Uint8Array, name: string): Promise<ReadDefinition> {
  const { questionnaire, notes } = readXlsform(await readSheetFile(bytes, name));
  return { definition: questionnaire, notes };
}

/** Whether they begin as a zip does, or as the workbooks of before. */
function isWorkbook([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}
