/** The import rules of the house: see ARCHITECTURE.md. @type {import('dependency-cruiser').IConfiguration} */
const ours = '^(api|geodata|scripts|sql|tests|viewer)/';

/** A folder may import itself and the folders named; nothing else of ours. */
function mayImport(folder, ...others) {
  const allowed = [folder, ...others].join('|');
  return {
    name: `${folder}-imports`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { path: ours, pathNot: `^(${allowed})/` },
  };
}

/** The floors of the viewer from the ground up, each with those below it that it stands on. */
const below = { text: [], data: ['text'], state: ['text', 'data'], map: [] };
below.parts = ['text', 'data', 'state'];
below.figures = [...below.parts, 'parts'];
below.atlas = [...below.figures, 'figures', 'map'];
below.pages = below.atlas;
below.app = [...below.atlas, 'atlas', 'pages'];

/** A floor of the viewer may import itself, those it stands on, and the domain. */
function mayStandOn([floor, floors]) {
  const allowed = [floor, ...floors].join('|');
  return {
    name: `viewer-${floor}-imports`,
    severity: 'error',
    from: { path: `^viewer/${floor}/` },
    to: { path: '^viewer/', pathNot: `^viewer/(${allowed})/` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'nothing-of-ours-is-imported-when-asked',
      comment: 'The server is loaded by `require`, whose loader of TypeScript does not see `import()`.',
      severity: 'error',
      from: { path: '^(geodata|sql|api)/' },
      to: { path: '^(geodata|sql|api)/', dynamic: true },
    },
    mayImport('geodata'),
    mayImport('sql', 'geodata'),
    mayImport('api', 'sql', 'geodata'),
    mayImport('scripts', 'api', 'sql', 'geodata'),
    ...Object.entries(below).map(mayStandOn),
    {
      name: 'viewer-floors',
      comment: 'Every file of the viewer lies on one of its floors.',
      severity: 'error',
      from: { path: ours },
      to: { path: '^viewer/', pathNot: `^viewer/(${Object.keys(below).join('|')})/` },
    },
    {
      name: 'viewer-imports',
      comment: 'The viewer knows the domain, and of the API only the type of its routes.',
      severity: 'error',
      from: { path: '^viewer/' },
      to: { path: ours, pathNot: '^(viewer|geodata)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'viewer-api-type',
      comment: 'The one thing of the API that the viewer may name is the type of its routes.',
      severity: 'error',
      from: { path: '^viewer/' },
      to: { path: '^api/', pathNot: '^api/app\\.ts$' },
    },
    {
      name: 'map-libraries',
      comment:
        'Only viewer/map touches MapLibre and what it takes, and the pages that the bench holds beside it.',
      severity: 'error',
      from: { path: ours, pathNot: '^(viewer/map|tests|scripts/bench/browser/peer)/' },
      to: { path: 'node_modules/(maplibre-gl|leaflet|earcut)/' },
    },
    {
      name: 'pure-domain',
      comment: 'geodata runs in the browser too: no files, no network, no database.',
      severity: 'error',
      from: { path: '^geodata/' },
      to: {
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|os)(/|$)|node_modules/(pg|kysely|hono|preact)/',
      },
    },
    {
      name: 'no-circle',
      comment: 'Neither of values nor of types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$|^(geojson|topojson-specification)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
