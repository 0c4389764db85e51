import type { ContributionKind } from '../../geodata/contribution/contribution.ts';
import { type Grant, mayEdit, mayTakePart } from '../../geodata/grant.ts';
import type { Visibility } from '../../geodata/visibility.ts';
import type { Reader } from '../reader.ts';

/** Whoever writes: a person with what he may do and see. */
export interface Writer {
  readonly id: string;
  readonly grants: readonly Grant[];
  readonly reader: Reader;
}

/** Whether somebody may begin something of a kind there: news is for editors. */
export function mayBegin(writer: Writer, kind: ContributionKind, municipality: string | null): boolean {
  return mayTakePart(writer.grants) && (kind !== 'news' || mayEdit(writer.grants, municipality));
}

/** Whether a writer may write for readers of a visibility: nobody writes what he could not read himself. */
export function mayWriteFor(
  { reader }: Writer,
  visibility: Visibility,
  municipality: string | null,
): boolean {
  if (reader.rights.includes(visibility)) return true;
  return (
    visibility !== 'administrator' && municipality !== null && reader.municipalities.includes(municipality)
  );
}

/** What decides on what may be done with a contribution. */
export interface Owned {
  readonly author: string | null;
  readonly municipality: string | null;
  /** Of its newest revision. */
  readonly writtenBy: string | null;
}

/** Whether somebody may change it: its author, and whoever edits there. */
export function mayChange(writer: Writer, { author, municipality }: Owned): boolean {
  return (mayTakePart(writer.grants) && author === writer.id) || mayEdit(writer.grants, municipality);
}

/** Whether somebody may publish it: an editor who is neither its author nor wrote its newest revision. */
export function mayPublish(writer: Writer, { author, municipality, writtenBy }: Owned): boolean {
  return mayEdit(writer.grants, municipality) && ![author, writtenBy].includes(writer.id);
}
