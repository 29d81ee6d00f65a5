import { join } from 'node:path';
import { type CsvEncoding, openCsv } from './csv-writer.ts';
import type { Day } from './days.ts';
import type { Holders } from './holders.ts';
import type { PatentRegister, RightHolder } from './patent.ts';
import type { Party, Population } from './population.ts';
import type { Rng } from './random.ts';
import type { RowWriter } from './row-writer.ts';
import { spell } from './spelling.ts';
import type { TrademarkRegister } from './trademark.ts';
import { openXlsx, type TextStyle, type XlsxWriter } from './xlsx-writer.ts';

export const DEMO_MARK = '演示数据，非真实企业';

export type DemoContext = {
  outDir: string;
  scale: number;
  asOf: Day;
  population: Population;
  holders: Holders;
  patents: PatentRegister;
  marks: TrademarkRegister;
  truth: RowWriter;
  faults: RowWriter;
};

/** Where a name stands: in which file, at which record, which of several holders. */
export type MentionPlace = {
  file: string;
  key: string;
  role: 'applicant' | 'holder' | 'subject';
  position: number;
  on?: Day;
};

/** Writes a name as a sender would and notes whose it is. A code is known only for parties that stand in the register. */
export async function mention(ctx: DemoContext, holder: RightHolder, place: MentionPlace, rng: Rng): Promise<string> {
  const spelling = holder.party ? spell(holder.party, rng, place.on) : { text: holder.name, how: 'exact' };
  const uscc = holder.party && holder.party.index < ctx.population.size ? holder.party.uscc : '';
  const waiting = ctx.truth.row([place.file, place.key, place.role, place.position, spelling.text, uscc, spelling.how]);
  if (waiting) await waiting;
  return spelling.text;
}

export type Fault =
  | 'duplicate-row'
  | 'wrong-uscc-check'
  | 'wrong-application-check'
  | 'impossible-date'
  | 'unknown-status'
  | 'dead-standard-shown-valid'
  | 'not-in-register';

export async function noteFault(ctx: DemoContext, file: string, key: string, fault: Fault): Promise<void> {
  const waiting = ctx.faults.row([file, key, fault]);
  if (waiting) await waiting;
}

export function openDemoCsv(ctx: DemoContext, file: string, encoding: CsvEncoding): Promise<RowWriter> {
  return openCsv(join(ctx.outDir, file), encoding);
}

/** Small lists carry shared texts as Excel writes them; long ones inline texts. */
export function openDemoXlsx(ctx: DemoContext, file: string, style?: TextStyle): Promise<XlsxWriter> {
  return openXlsx(join(ctx.outDir, file), style ?? (ctx.scale <= 2 ? 'shared' : 'inline'));
}

/** Every party of the register with one of the flags, in register order. */
export function* partiesWith(ctx: DemoContext, flags: number): Generator<Party> {
  for (let index = 0; index < ctx.population.size; index++) {
    if (ctx.holders.has(index, flags)) yield ctx.population.party(index);
  }
}
