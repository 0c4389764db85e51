import { catalog } from '../../state/catalog.ts';

/** The municipalities of the region by name, to choose one of. */
export function MunicipalityOptions() {
  return (
    <>
      {catalog.data.value?.municipalities.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}
