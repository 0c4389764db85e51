import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readTemplateFile } from '../api/policy/template-file.ts';
import { messageOf } from '../geodata/problem.ts';
import type { Database } from '../sql/database.ts';
import { addTemplate, findTemplate, listTemplates } from '../sql/policy/templates.ts';
import { recordAct } from '../sql/trail.ts';
import { explainCall, runCommand } from './command.ts';
import { type Outcome, runOnDatabase } from './on-database.ts';

const usage = `Shows and adds the templates that policy cycles follow.

  npm run policy -- templates        every version of every template
  npm run policy -- show <key>       the newest version of one, as a file that can be changed and added
  npm run policy -- add <file>       keeps a template as its next version; cycles that run stay with theirs
  --help                             this text`;

type Call =
  | { readonly command: 'templates' }
  | { readonly command: 'show' | 'add'; readonly subject: string };

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, (call) =>
  runOnDatabase((db) => perform(db, call)),
);

async function perform(db: Database, call: Call): Promise<Outcome> {
  if (call.command === 'templates') return { text: await list(db) };
  if (call.command === 'add') return { text: await add(db, call.subject) };
  const found = await findTemplate(db, call.subject);
  if (!found)
    return { text: `There is no template ${call.subject}. There are:\n${await list(db)}`, isDone: false };
  const { version: _kept, ...file } = found;
  return { text: JSON.stringify(file, null, 2) };
}

async function list(db: Database): Promise<string> {
  const all = await listTemplates(db);
  return all
    .map(({ key, version, name, steps }) => `${key}, version ${version}: ${name.nl}, ${steps.length} steps`)
    .join('\n');
}

async function add(db: Database, file: string): Promise<string> {
  const template = readTemplateFile(file, await readFile(file, 'utf8'));
  return db.transaction().execute(async (transaction) => {
    const version = await addTemplate(transaction, template);
    await recordAct(transaction, {
      act: 'policy-template',
      actor: 'command',
      subject: `template:${template.key}`,
      detail: { version },
    });
    return `${template.key} is kept as version ${version}.`;
  });
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { help: { type: 'boolean', default: false } },
    });
    if (values.help) return usage;
    const [command, subject, ...rest] = positionals;
    if (rest.length > 0) return explainCall('Give one template.', usage);
    if (command === 'templates' && subject === undefined) return { command };
    if ((command === 'show' || command === 'add') && subject !== undefined) return { command, subject };
    return explainCall('Give a command.', usage);
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
