import type { PolicyTemplate } from '../../geodata/policy/template.ts';
import type { Database } from '../database.ts';

/** Every version of every template, which are for everybody: the newest version of each key first. */
export async function listTemplates(db: Database): Promise<PolicyTemplate[]> {
  const rows = await db
    .selectFrom('policy_template')
    .selectAll()
    .orderBy('key', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ key, version, content }) => ({ key, version, ...content }));
}

/** The newest version of a template, or the one that is named; null where there is none. */
export async function findTemplate(
  db: Database,
  key: string,
  version?: number,
): Promise<PolicyTemplate | null> {
  const all = await listTemplates(db);
  return (
    all.find((template) => template.key === key && (version === undefined || template.version === version)) ??
    null
  );
}

/** Keeps a template as the version that follows on the newest; gives its number. */
export async function addTemplate(
  db: Database,
  { key, ...content }: Omit<PolicyTemplate, 'version'>,
): Promise<number> {
  const version = ((await findTemplate(db, key))?.version ?? 0) + 1;
  await db
    .insertInto('policy_template')
    .values({ key, version, content: JSON.stringify(content) })
    .execute();
  return version;
}
