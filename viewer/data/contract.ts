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
  SourceBody as Source,
} from '../../api/app.ts';
