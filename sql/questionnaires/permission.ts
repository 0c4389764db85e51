import type { Grant } from '../../geodata/grant.ts';
import { listEdited, mayAdminister } from '../../geodata/grant.ts';

/** Whoever asks the neighbourhood something: a person with what he may do. */
export interface Asker {
  /** Number of the person. */
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** Whether somebody may see questionnaires and rounds at all: administrators, and editors of a municipality. */
export function maySeeQuestionnaires({ grants }: Pick<Asker, 'grants'>): boolean {
  return mayAdminister(grants) || listEdited(grants).length > 0;
}

/** Codes of the municipalities whose own part somebody sees and changes; null: all of them. */
export function listOwnMunicipalities({ grants }: Pick<Asker, 'grants'>): readonly string[] | null {
  return mayAdminister(grants) ? null : listEdited(grants);
}
