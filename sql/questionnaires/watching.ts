import { municipalityOfCode } from '../../geodata/area.ts';
import type { Database } from '../database.ts';
import { type Asker, listOwnMunicipalities, maySeeQuestionnaires } from './permission.ts';
import { listResponse, type ResponseCount } from './response.ts';

/** How many answered, by day, stratum and age, in the municipalities of who asks. */
export async function listResponseFor(db: Database, asker: Asker, round: string): Promise<ResponseCount[]> {
  if (!maySeeQuestionnaires(asker)) return [];
  const own = listOwnMunicipalities(asker);
  const counts = await listResponse(db, round);
  return counts.filter(({ stratum }) => own === null || own.includes(municipalityOfCode(stratum)));
}
