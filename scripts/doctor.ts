import { parseArgs } from 'node:util';
import { readConfig } from '../api/config.ts';
import type { Finding } from '../api/doctor/finding.ts';
import { examineHouse } from '../api/doctor/house.ts';
import { messageOf } from '../geodata/problem.ts';
import { explainCall, runCommand } from './command.ts';
import { explainFailure } from './failure.ts';

const usage = `Looks at what the product needs here, and says what to do: versions, room, clocks, permissions, the database, mail,
providers, the virus scanner, and how old the backups are. Changes nothing; a server may run.

  npm run doctor [-- --backups FOLDER] [--json]

  --backups  the folder in which "npm run backup" made folders
  --json     for programs
  --help     this text

Ends with 1 where something is wrong.`;

interface Call {
  readonly backups: string | null;
  readonly json: boolean;
}

process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, async ({ backups, json }) => {
  try {
    const findings = await examineHouse({ config: readConfig(), backups });
    console.log(json ? JSON.stringify(findings, null, 2) : findings.map(describe).join('\n'));
    return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
});

function describe({ about, state, says, remedy }: Finding): string {
  return `${state.padEnd(9)} ${about}: ${says}${remedy === null ? '' : `; ${remedy}`}`;
}

function readCall(argv: string[]): Call | string {
  try {
    const options = {
      backups: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const;
    const { values } = parseArgs({ args: argv, options });
    return values.help ? usage : { backups: values.backups ?? null, json: values.json };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
