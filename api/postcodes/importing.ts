import { InputError } from '../../geodata/problem.ts';
import { formatAccount } from '../../geodata/sources/account.ts';
import { postcodeFiles, readPostcodes } from '../../geodata/sources/cbs/postcodes.ts';
import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import type { Ask } from '../../geodata/sources/live/source.ts';
import type { Database } from '../../sql/database.ts';
import { replacePostcodes } from '../../sql/postcodes.ts';
import { recordAct } from '../../sql/trail.ts';
import { readOwnFile } from '../release/own-file.ts';

/** Which table of postcodes is asked for. */
export interface PostcodeCall {
  readonly year: number;
  /** A zip or CSV that was downloaded before; null: from CBS. */
  readonly file: string | null;
  /** Address of the service instead of the public one; null: the public one. */
  readonly base: string | null;
}

/**
 * Reads CBS's table of postcodes, keeps what lies in the region, and puts it in the place of the one before; with `dryRun`
 * it only reads. Gives what is told of it. Throws InputError, and then nothing was changed.
 */
export async function importPostcodes(
  db: Database,
  call: PostcodeCall,
  ask: Ask,
  { dryRun }: { readonly dryRun: boolean },
): Promise<string> {
  const municipalities = await listMunicipalities(db);
  if (municipalities.size === 0)
    throw new InputError({
      file: 'cbs postcodes',
      message: 'there are no boundaries yet to find postcodes in',
      remedy: 'import them first: "npm run import -- pdok boundaries"',
    });
  const { name, bytes } = await readTable(call, ask);
  const { year, parts, account } = readPostcodes(bytes, name, municipalities);
  if (parts.length === 0)
    throw new InputError({
      file: name,
      message: 'none of its addresses lies in the region',
      remedy: 'give the table of all of the Netherlands, as CBS publishes it',
    });
  if (!dryRun) {
    const detail = { year, postcodes: new Set(parts.map(({ postcode }) => postcode)).size };
    await db.transaction().execute(async (transaction) => {
      await replacePostcodes(transaction, { year, file: name, isDemonstration: false, rows: parts });
      await recordAct(transaction, {
        act: 'postcodes-import',
        actor: 'command',
        subject: 'postcodes',
        detail,
      });
    });
  }
  return describe({ year, parts, account }, dryRun);
}

function describe({ year, parts, account }: ReturnType<typeof readPostcodes>, dryRun: boolean): string {
  const postcodes = new Set(parts.map(({ postcode }) => postcode)).size;
  const split = new Set(parts.filter(({ numbers }) => numbers !== null).map(({ postcode }) => postcode)).size;
  return [
    `${dryRun ? 'Checked, nothing written' : 'Written'}: postcodes of ${year}`,
    `${postcodes} postcodes, of which ${split} lie in several neighbourhoods`,
    '',
    'What became of what was read',
    `  ${formatAccount(account)}`,
  ].join('\n');
}

async function listMunicipalities(db: Database): Promise<Set<string>> {
  const rows = await db
    .selectFrom('area')
    .select('code')
    .distinct()
    .where('level', '=', 'municipality')
    .execute();
  return new Set(rows.map(({ code }) => code));
}

async function readTable(
  { year, file, base }: PostcodeCall,
  ask: Ask,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (file !== null) {
    const bytes = await readOwnFile(file, sizeLimits.boundaries, 'correct the path after "--file"');
    return { name: file, bytes };
  }
  const address = new URL(postcodeFiles[year] ?? '');
  const asked = base === null ? address.href : base + address.pathname;
  const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
  return { name: asked, bytes: await ask.bytes(asked, isZip) };
}
