import { spoilApplicationNumber } from '../codes.ts';
import { type DemoContext, mention, noteFault } from '../context.ts';
import type { Day } from '../days.ts';
import { type Patent, type RightHolder, SENDER_SHARES } from '../patent.ts';
import { type PatentStatus, statusOn } from '../patent-life.ts';
import type { Rng } from '../random.ts';
import type { RowWriter } from '../row-writer.ts';

/** One patent as one export sees it on the day the export was made. */
export type PatentView = {
  patent: Patent;
  status: PatentStatus;
  publication: { number: string; on: Day };
  applicationNumber: string;
  applicants: string[];
  holders: string[];
  rng: Rng;
};

export type PatentExport = {
  file: string;
  /** Day the export was made: older exports show older statuses. */
  madeOn: Day;
  takes(ctx: DemoContext, index: number): boolean;
  write(view: PatentView, number: number): ReturnType<RowWriter['row']>;
};

async function names(
  ctx: DemoContext,
  file: string,
  patent: Patent,
  list: RightHolder[],
  current: boolean,
): Promise<string[]> {
  const texts: string[] = [];
  for (const [position, holder] of list.entries()) {
    const rng = ctx.population.rng(`spelling-${file}`, patent.index * 8 + position + (current ? 4 : 0));
    const role = current ? ('holder' as const) : ('applicant' as const);
    const place = {
      file,
      key: patent.applicationNumber,
      role,
      position,
      ...(current ? {} : { on: patent.life.filedOn }),
    };
    texts.push(await mention(ctx, holder, place, rng));
  }
  return texts;
}

/** Which exports hold a patent: one at least, about one in nine a second time with an older state. */
export function senderOf(ctx: DemoContext, index: number): { first: number; second: number | undefined } {
  const rng = ctx.population.rng('patent-sender', index);
  const first = rng.weighted(SENDER_SHARES);
  const second = rng.chance(0.11) ? rng.weighted([20, 20, 30, 30]) : undefined;
  return { first, second: second === first ? undefined : second };
}

export async function writePatentRows(ctx: DemoContext, sender: PatentExport): Promise<number> {
  let rows = 0;
  for (let i = 0; i < ctx.patents.count; i++) {
    const index = ctx.patents.at(i);
    if (!sender.takes(ctx, index)) continue;
    const patent = ctx.patents.patent(index);
    const status = statusOn(patent.life, sender.madeOn);
    const publication = ctx.patents.publicationOn(patent, sender.madeOn);
    if (status === undefined || publication === undefined) continue;
    const rng = ctx.population.rng(`row-${sender.file}`, index);
    const applicants = await names(ctx, sender.file, patent, patent.applicants, false);
    const moved = patent.transfer !== undefined && patent.transfer.on <= sender.madeOn;
    const holders = moved ? await names(ctx, sender.file, patent, patent.holders, true) : applicants;
    let { applicationNumber } = patent;
    if (rng.chance(0.001)) {
      applicationNumber = spoilApplicationNumber(applicationNumber);
      await noteFault(ctx, sender.file, applicationNumber, 'wrong-application-check');
    }
    const view: PatentView = { patent, status, publication, applicationNumber, applicants, holders, rng };
    const waiting = sender.write(view, ++rows);
    if (waiting) await waiting;
    if (rng.chance(0.004)) {
      await sender.write({ ...view, rng: ctx.population.rng(`row-${sender.file}`, index) }, ++rows);
      await noteFault(ctx, sender.file, applicationNumber, 'duplicate-row');
    }
  }
  return rows;
}
