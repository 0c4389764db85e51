import type { Answers } from '../../geodata/questionnaire/questionnaire.ts';
import type { Sheet } from '../../geodata/questionnaire/round.ts';
import { openBytes, type SurveyKey, sealBytes } from './sealing.ts';

/** A sheet that waits to be laid among others: until then it bears the day, for the count of that day alone. */
export interface SentSheet {
  /** `2026-11-30` */
  readonly day: string;
  readonly sheet: Sheet<Answers>;
}

export function packSent(key: SurveyKey, round: string, sent: SentSheet, room: number): Buffer {
  return sealBytes(key, 'sent', round, Buffer.from(JSON.stringify(sent)), room);
}

/** Throws SealError. */
export function unpackSent(key: SurveyKey, round: string, sealed: Buffer): SentSheet {
  return JSON.parse(openBytes(key, 'sent', round, sealed).toString()) as SentSheet;
}
