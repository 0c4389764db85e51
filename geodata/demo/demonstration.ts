import type { Position } from 'geojson';
import { levels } from '../level.ts';
import type { Observation } from '../observation.ts';
import type { BoundaryFeature } from '../sources/boundaries/boundaries.ts';
import type {
  BoundaryResource,
  DataPackage,
  ObservationResource,
  Source,
} from '../sources/package/package.ts';
import type { Target } from '../target.ts';
import { allotCells } from './allotment.ts';
import { divideGround, type Neighbourhood } from './division.ts';
import { grid } from './grid.ts';
import { indicators } from './indicators.ts';
import { nameParcels } from './naming.ts';
import { listRows, observeGround } from './observations.ts';
import { offenceDimension } from './offences.ts';
import { listParcels } from './parcel.ts';
import { cityPlans } from './places-cities.ts';
import { easternPlans } from './places-east.ts';
import { westernPlans } from './places-west.ts';
import { placePopulation } from './population.ts';
import { boundaryYears } from './reform.ts';
import { type DemonstrationSurvey, holdDemonstrationSurvey, showDemonstrationSurvey } from './round.ts';
import { survey } from './survey.ts';
import { setTargets } from './targets.ts';
import { fillTerritories } from './territory.ts';
import { tidyCells } from './tidying.ts';
import { createTracer, type Tracer } from './tracing.ts';

/** A data package as an import reads it, with the rows of its resources, by name. */
export interface Demonstration {
  readonly package: DataPackage;
  readonly boundaries: Map<string, BoundaryFeature[]>;
  readonly observations: Map<string, Observation[]>;
  /** What is asked of the neighbourhood; the figures of its finished round are among the observations. */
  readonly asked: DemonstrationSurvey;
}

const source: Source = {
  key: 'demonstratiegegevens-verzonnen',
  title: 'Demonstratiegegevens (verzonnen)',
  url: null,
  licence: {
    name: 'CC0-1.0',
    title: 'CC0 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
};

/**
 * The demonstration region: the fourteen real municipalities of Twente, with neighbourhoods and figures that are made up.
 * The same seed gives the same region, to the last digit.
 */
export function generateDemonstration(seed = 1): Demonstration {
  const plans = [...cityPlans, ...westernPlans, ...easternPlans];
  const parcels = listParcels(plans);
  const names = nameParcels(parcels, seed);
  const labels = allotCells(
    fillTerritories(
      plans.map(({ number }) => number),
      seed,
    ),
    parcels,
    seed,
  );
  tidyCells(labels, (label) => parcels[label]?.municipality ?? -1);
  const trace = createTracer(labels);
  const divisions = boundaryYears.map((year) => [year, divideGround(plans, parcels, names, year)] as const);
  const population = placePopulation(parcels, measureParcels(labels, parcels.length), seed);
  const ground = { neighbourhoods: new Map(divisions), population };
  const figures = observeGround({ ...ground, source: source.key, seed });
  const asked = holdDemonstrationSurvey(
    listRows(ground, 2025, ({ district }) => district),
    seed,
  );
  const shown = showDemonstrationSurvey(asked, source.key);
  const observations = groupByResource([...figures, ...shown.observations]);
  const boundaries = new Map(
    divisions.map(([year, division]) => [`buurten-${year}`, drawDivision(division, trace)]),
  );
  return {
    package: describe(
      plans.map(({ number }) => `GM${number}`),
      observations,
      setTargets(plans, indicators, figures, seed),
      shown,
    ),
    boundaries,
    observations,
    asked,
  };
}

/** Square kilometres of every parcel. */
function measureParcels(labels: Int16Array, count: number): number[] {
  const areas = Array.from({ length: count }, () => 0);
  for (const label of labels) if (label >= 0) areas[label] = (areas[label] ?? 0) + grid.cellKm ** 2;
  return areas;
}

function drawDivision(division: readonly Neighbourhood[], trace: Tracer): BoundaryFeature[] {
  const groups = new Map(
    division.flatMap(({ parcels }, group) => parcels.map((parcel) => [parcel, group] as const)),
  );
  const shapes = trace((parcel) => groups.get(parcel) ?? null);
  return division.map(({ parcels: _, ...neighbourhood }, group) => ({
    ...neighbourhood,
    water: false,
    polygons: (shapes.get(group) ?? []) satisfies Position[][][],
    place: `feature ${group + 1} (${neighbourhood.code})`,
  }));
}

function groupByResource(observations: readonly Observation[]): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const name = `cijfers-${observation.level}-${observation.boundaryYear}`;
    const group = groups.get(name);
    if (group) group.push(observation);
    else groups.set(name, [observation]);
  }
  return groups;
}

function describe(
  municipalities: string[],
  observations: Map<string, Observation[]>,
  targets: readonly Target[],
  shown: Pick<ReturnType<typeof showDemonstrationSurvey>, 'indicators' | 'survey'>,
): DataPackage {
  const tables = [...observations].flatMap(([name, [first]]) => (first ? describeTable(name, first) : []));
  return {
    name: 'demonstratie',
    title: 'Demonstratie: Twente met verzonnen buurten en cijfers',
    licenses: source.licence ? [source.licence] : [],
    region: { key: 'twente', name: { nl: 'Twente', en: 'Twente' }, municipalities },
    indicators: [...indicators, ...shown.indicators],
    dimensions: [offenceDimension],
    surveys: [survey, shown.survey],
    targets,
    resources: [
      ...boundaryYears.map(describeBoundaries),
      ...tables.sort(
        (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.boundaryYear - b.boundaryYear,
      ),
    ],
    demonstration: true,
    madeFrom: [],
    ignored: [],
  };
}

function describeBoundaries(boundaryYear: number): BoundaryResource {
  return {
    role: 'boundaries',
    name: `buurten-${boundaryYear}`,
    title: `Verzonnen buurten ${boundaryYear}`,
    path: `buurten-${boundaryYear}.geojson`,
    format: 'geojson',
    source,
    boundaryYear,
    level: 'neighbourhood',
    code: 'code',
    nameField: 'name',
    district: 'district',
    districtName: 'districtName',
    municipality: 'municipality',
    municipalityName: 'municipalityName',
    water: 'water',
    layer: null,
  };
}

/** The figures are handed over as rows, so the table has no fields to read them from. */
function describeTable(name: string, { level, boundaryYear }: Observation): ObservationResource {
  return {
    role: 'observations',
    name,
    title: `Verzonnen cijfers in de indeling van ${boundaryYear}`,
    path: `${name}.csv`,
    format: 'csv',
    source,
    boundaryYear,
    level,
    encoding: 'utf-8',
    delimiter: ',',
    period: null,
    missingValues: [],
    fields: [],
  };
}
