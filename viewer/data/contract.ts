export type {
  AreaBody as Area,
  Catalog,
  CatalogIndicator,
  Lineage,
  ObservationRow,
  Observations,
  Places,
  Profile,
  ProfileIndicator,
  SearchResult,
} from '../../api/app.ts';
