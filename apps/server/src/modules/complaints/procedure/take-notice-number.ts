import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { takeNumber } from '../../../platform/procedures/index.ts';
import { findMatter, saveNoticeNumber } from '../repositories/matter-repository.ts';

/** Letter of each series, after the prefix of the jurisdiction. */
const SERIES: Readonly<Record<string, string>> = {
  'complaint-acceptance': '受',
  'complaint-non-acceptance': '不受',
  'complaint-mediation': '调',
  'complaint-mediation-end': '终',
  'complaint-referral': '送',
  'complaint-report-answer': '告',
  'complaint-not-filed': '不立告',
};

/** The official number of a paper of a matter, without gaps in its series and year; the same again when it has one. */
export async function takeNoticeNumber(tx: Tx, ctx: Ctx, id: string, paper: string): Promise<string> {
  const before = (await findMatter(tx, ctx.district, id))?.noticeNumbers[paper];
  if (before !== undefined) return before;
  const year = Number(ctx.today.slice(0, 4));
  const count = await takeNumber(tx, ctx, `complaints.${paper}`, year);
  const { prefix } = ctx.services.jurisdiction.complaintSettings.documentNumber;
  const number = `${prefix}${SERIES[paper] ?? ''}〔${year}〕${count}号`;
  await saveNoticeNumber(tx, ctx.district, id, paper, number);
  return number;
}
