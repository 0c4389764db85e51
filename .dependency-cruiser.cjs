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

module.exports = {
  forbidden: [
    mayImport('geodata'),
    mayImport('sql', 'geodata'),
    mayImport('api', 'sql', 'geodata'),
    mayImport('scripts', 'api', 'sql', 'geodata'),
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
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
