import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../geodata/problem.ts';
import { chooseSubject } from './bench/browser/subject.ts';
import { undoAll, undoOnSignals } from './bench/cleanup.ts';
import { explainCall, runCommand } from './command.ts';
import { comparePictures } from './screens/difference.ts';
import { startPhotographer } from './screens/photographer.ts';
import { type Device, devices, listScreens, type Screen } from './screens/screens.ts';

const usage = `Compares what two running products show, pixel by pixel, and says which screens differ and where.

  npm run compare:screens -- <address> <other address> [--only map,card] [--device desktop] [--folder /tmp/screens]

  <address>  of a product that runs, for example http://localhost:3000; both with the same data. Or the folder of
             pictures that an earlier run took of it: before/ or after/ in its own folder
  --only     these screens instead of all
  --device   desktop or phone instead of both
  --folder   where the pictures go: before/, after/ and, for a screen that differs, difference/ (default: ./screens)
  --help     this text

Ends with 0 where no pixel differs, with 1 where one does.`;

interface Call {
  readonly sides: readonly [string, string];
  readonly only: readonly string[];
  readonly devices: readonly Device[];
  readonly folder: string;
}

/** Gives the picture of a screen. */
type Pictures = (screen: Screen, device: Device) => Promise<Buffer>;

undoOnSignals();
process.exitCode = await runCommand(readCall(process.argv.slice(2)), usage, run);

/** Gives the exit code: 0 where nothing differs, 1 where something does, 2 where it could not be seen. */
async function run(call: Call): Promise<number> {
  try {
    const screens = await chooseScreens(call);
    for (const part of ['before', 'after', 'difference'])
      await mkdir(join(call.folder, part), { recursive: true });
    const before = await openSide(call.sides[0], join(call.folder, 'before'));
    const after = await openSide(call.sides[1], join(call.folder, 'after'));
    let differing = 0;
    for (const screen of screens)
      for (const device of call.devices)
        if (await isDifferent(screen, device, [before, after], call.folder)) differing++;
    const all = screens.length * call.devices.length;
    console.log(
      differing === 0 ? `${all} pictures, no pixel differs` : `${differing} of ${all} pictures differ`,
    );
    return differing === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 2;
  } finally {
    await undoAll();
  }
}

/** The screens that are asked for, of what the product that runs has figures of. */
async function chooseScreens({ sides, only }: Call): Promise<Screen[]> {
  const address = sides.find(isAddress);
  if (!address) throw new Error('at least one of the two must be the address of a product that runs');
  const all = listScreens(await chooseSubject(address));
  const unknown = only.filter((name) => !all.some((screen) => screen.name === name));
  if (unknown.length)
    throw new Error(`there is no screen ${unknown}: choose of ${all.map(({ name }) => name).join(', ')}`);
  return only.length ? all.filter(({ name }) => only.includes(name)) : all;
}

/** Pictures of a product that runs, which are kept in a folder; or those that an earlier run kept. */
async function openSide(side: string, folder: string): Promise<Pictures> {
  if (!isAddress(side)) {
    if (!(await stat(side).catch(() => null))?.isDirectory())
      throw new Error(`${side} is neither an address (http://…) nor a folder of pictures`);
    return (screen, device) => readFile(join(side, fileOf(screen, device)));
  }
  const { takePicture } = await startPhotographer(side);
  return async (screen, device) => {
    const picture = await takePicture(screen, device);
    await writeFile(join(folder, fileOf(screen, device)), picture);
    return picture;
  };
}

async function isDifferent(
  screen: Screen,
  device: Device,
  [before, after]: readonly [Pictures, Pictures],
  folder: string,
): Promise<boolean> {
  const look = async () =>
    comparePictures(...(await Promise.all([before(screen, device), after(screen, device)])));
  // A browser under load rounds an edge otherwise by the last bit; what really differs does so again.
  const found = (await look()) && (await look());
  const name = `${screen.name}, ${device.name}`;
  if (!found) {
    console.log(`  ${name}: the same`);
    return false;
  }
  const { count, box, sizes, picture } = found;
  const file = join(folder, 'difference', fileOf(screen, device));
  await writeFile(file, picture);
  const [[width, height], [otherWidth, otherHeight]] = sizes;
  const size =
    width === otherWidth && height === otherHeight
      ? ''
      : `; ${width} × ${height} became ${otherWidth} × ${otherHeight}`;
  const where = `within ${box.width} × ${box.height} at ${box.left}, ${box.top}`;
  console.log(`! ${name}: ${count} pixels differ, ${where}${size}; see ${file}`);
  return true;
}

function fileOf({ name }: Screen, device: Device): string {
  return `${name}-${device.name}.png`;
}

function isAddress(side: string): boolean {
  return /^https?:\/\//.test(side);
}

function readCall(argv: string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        only: { type: 'string', default: '' },
        device: { type: 'string' },
        folder: { type: 'string', default: 'screens' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const [before, after, ...others] = positionals.map((side) => side.replace(/\/$/, ''));
    if (!before || !after || others.length) return explainCall('Give two products.', usage);
    const chosen = devices.filter(({ name }) => values.device === undefined || name === values.device);
    if (!chosen.length) return explainCall(`There is no device ${values.device}.`, usage);
    const only = values.only.split(',').filter(Boolean);
    return { sides: [before, after], only, devices: chosen, folder: values.folder };
  } catch (error) {
    return explainCall(messageOf(error), usage);
  }
}
