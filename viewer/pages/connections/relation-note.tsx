import type { Relation } from '../../../geodata/connection/relation.ts';
import { words } from '../../state/screen/words.ts';

/** That two indicators go together by the way they are made, and how. */
export function RelationNote({ relation }: { readonly relation: Relation | null }) {
  const text = words.value.connections;
  return relation && <p class="difference-obstacle">{text.relatedNote(text.relations[relation])}</p>;
}
