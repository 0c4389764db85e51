import type { Definitions, Dimension } from '../../dimension.ts';
import type { Indicator } from '../../indicator.ts';
import { InputError } from '../../problem.ts';
import type { Survey } from '../../survey.ts';
import type { Target } from '../../target.ts';
import type { Text } from '../../text.ts';
import type { Account } from '../account.ts';
import { readAreaCode } from '../area-code.ts';
import type { Repair } from '../boundaries/repair.ts';
import { parseJson } from '../formats/json.ts';
import { readTargets } from '../observations/targets.ts';
import { readIndicators } from './definition.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readObject,
  readObjects,
  readText,
  readTexts,
  readTitle,
  refuseOtherKeys,
} from './descriptor.ts';
import { readDimensions } from './dimensions.ts';
import { readMadeFrom } from './made-from.ts';
import { readKey, readName } from './naming.ts';
import { type BoundaryResource, type ObservationResource, readResource } from './resource.ts';
import { createSourceRegister, type Licence, readLicences } from './source.ts';
import { readSurveys } from './surveys.ts';

export type { ResourceFile } from './path.ts';
export { type BoundaryResource, filesOf, type ObservationResource } from './resource.ts';
export type { Source } from './source.ts';

/** A folder of boundaries, figures and targets, as its descriptor (a Data Package with our keys) says. */
export interface DataPackage {
  readonly name: string;
  readonly title: string;
  readonly licenses: readonly Licence[];
  readonly region: { readonly key: string; readonly name: Text; readonly municipalities: readonly string[] };
  readonly indicators: readonly Indicator[];
  readonly dimensions: readonly Dimension[];
  readonly surveys: readonly Survey[];
  /** Set by its municipalities; of indicators of its own, or of others that are there already. */
  readonly targets: readonly Target[];
  /** What became of the rows of the tables that it was made of. */
  readonly madeFrom: readonly Account[];
  readonly resources: readonly (BoundaryResource | ObservationResource)[];
  /** Made-up figures, which every screen says of itself. */
  readonly demonstration: boolean;
  /** Names of resources that carry none of our keys and are left alone. */
  readonly ignored: readonly string[];
  /** What of the descriptor was read otherwise than it stands there. */
  readonly notes?: readonly Repair[];
}

/** Reads and checks a `datapackage.json`. Throws InputError on the first thing that is wrong. */
export function parseDataPackage(bytes: Uint8Array, file: string): DataPackage {
  const { value: values, note } = parseJson(bytes, file);
  if (!isObject(values))
    throw new InputError({
      file,
      message: 'it holds no object',
      remedy: 'write a Data Package: { "name": …, "resources": [ … ] }',
    });
  const notes: Repair[] = note ? [{ file, place: '', message: note }] : [];
  const root: Node = { file, place: '', values, notes };
  const own = readObject(root, 'wijkinformatie', '"wijkinformatie"');
  refuseOtherKeys(own, [
    'region',
    'indicators',
    'smallestDenominator',
    'disclosure',
    'dimensions',
    'surveys',
    'targets',
    'madeFrom',
    'demonstration',
  ]);
  const dimensions = readDimensions(own);
  const surveys = readSurveys(own);
  const indicators = readIndicators(own, { dimensions, surveys });
  const region = readRegion(own);
  const targets = readTargets(own, region.municipalities);
  return {
    name: readText(root, 'name'),
    title: readTitle(root, hasKey(root, 'title') ? 'title' : 'name'),
    licenses: readLicences(root),
    region,
    indicators,
    dimensions,
    surveys,
    targets,
    madeFrom: readMadeFrom(own),
    ...readResources(root, { indicators, dimensions }, targets.length === 0),
    demonstration: own.values.demonstration === true,
    notes,
  };
}

function readRegion(own: Node): DataPackage['region'] {
  const region = readObject(own, 'region', 'region');
  refuseOtherKeys(region, ['key', 'name', 'municipalities']);
  const codes = readTexts(region, 'municipalities', true);
  const municipalities = codes.map((code) =>
    readAreaCode(code, 'municipality', own.file, 'region, key "municipalities"'),
  );
  const twice = municipalities.find((code, position) => municipalities.indexOf(code) !== position);
  if (twice)
    throw keyError(region, 'municipalities', `"${twice}" stands there twice`, 'remove one of the two');
  return { key: readKey(region, 'key'), name: readName(region, 'name'), municipalities };
}

/** `required`: whether the package has nothing else to give. */
function readResources(
  root: Node,
  definitions: Definitions,
  required: boolean,
): Pick<DataPackage, 'resources' | 'ignored'> {
  const nodes = readObjects(
    root,
    'resources',
    ({ name }, number) => (typeof name === 'string' ? `resource "${name}"` : `resource ${number}`),
    required,
  );
  const ours = nodes.filter((node) => hasKey(node, 'wijkinformatie'));
  if (required && !ours.length)
    throw keyError(
      root,
      'resources',
      'none of them has the key "wijkinformatie"',
      'say what role each file has',
    );
  const register = createSourceRegister();
  const resources = ours.map((node) => readResource(node, root, definitions, register));
  for (const [position, node] of ours.entries()) refuseTwice(resources, position, node);
  const ignored = nodes.filter((node) => !ours.includes(node)).map((node) => node.place);
  return { resources, ignored };
}

function refuseTwice(
  resources: readonly (BoundaryResource | ObservationResource)[],
  position: number,
  node: Node,
): void {
  const resource = resources[position];
  for (const other of resources.slice(0, position)) {
    if (other.name === resource?.name)
      throw keyError(node, 'name', `two resources are called "${other.name}"`, 'rename one of the two');
    const isSameYear = other.boundaryYear === resource?.boundaryYear;
    if (isSameYear && other.role === 'boundaries' && resource?.role === 'boundaries')
      throw keyError(
        node,
        'boundaryYear',
        `"${other.name}" has the boundaries of ${other.boundaryYear} too`,
        'put the boundaries of a year into one file',
      );
  }
}
