import { levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import { catalog } from '../../state/catalog.ts';

/** The name of an area of a round, and of its municipality where it is smaller: several have a district called Binnenstad. */
export function AreaName({
  code,
  name,
}: {
  readonly code: string;
  readonly name: string | null | undefined;
}) {
  const municipality =
    levelOfCode(code) === 'district' || levelOfCode(code) === 'neighbourhood'
      ? catalog.data.value?.municipalities.find((each) => each.code === municipalityOfCode(code))
      : undefined;
  return (
    <>
      {name ?? code}
      {municipality && <span class="soft area-municipality"> ({municipality.name})</span>}
    </>
  );
}
