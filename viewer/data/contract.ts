export type {
  Access,
  AreaBody as Area,
  Catalog,
  CatalogIndicator,
  Lineage,
  ObservationRow,
  Observations,
  Profile,
  ProfileIndicator,
  Releases,
  SearchResult,
  Sources,
} from '../../api/app.ts';
