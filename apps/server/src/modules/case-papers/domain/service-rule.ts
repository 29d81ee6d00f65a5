import { addDays } from '@jince/calendar';
import type { CasePaperPack, ServiceMode } from '@jince/wujiang';
import { AppError } from '../../../platform/errors/errors.ts';

export interface ServiceInput {
  readonly mode: ServiceMode;
  readonly recipient: string;
  readonly receiver: string | null;
  readonly address: string | null;
  readonly reason: string | null;
  readonly witness: string | null;
  readonly tracking: string | null;
  readonly through: string | null;
  readonly announcedOn: string | null;
  readonly servedOn: string | null;
}

export interface ServiceFacts {
  readonly issuedOn: string;
  readonly today: string;
  /** The recipient's confirmed electronic address, if it consented. */
  readonly electronicAddress: string | null;
}

export interface JudgedService extends ServiceInput {
  readonly dueOn: string | null;
  readonly outcome: 'under-way' | 'served';
}

const LABELS: Readonly<Record<string, string>> = {
  receiver: '签收人',
  reason: '事由',
  witness: '见证人',
  tracking: '邮件号码',
  through: '受委托（转交）单位',
  announcedOn: '公告日期',
  address: '送达地址',
};

/** The day on which an announcement counts as service. */
export const announcementEnd = (announcedOn: string, pack: CasePaperPack): string =>
  addDays(announcedOn, pack.service.announcementDays);

/**
 * A service as it is recorded.
 * @throws AppError case-papers.service.needs · case-papers.service.no-consent · case-papers.service.day ·
 *   case-papers.service.announcement-runs
 */
export function judgeService(input: ServiceInput, facts: ServiceFacts, pack: CasePaperPack): JudgedService {
  const rule = pack.service.modes.find(({ mode }) => mode === input.mode);
  if (rule === undefined) throw new Error(`no mode ${input.mode}`);
  const given: ServiceInput =
    input.mode === 'electronic' ? { ...input, address: input.address ?? facts.electronicAddress } : input;
  if (rule.needs.includes('consent') && facts.electronicAddress === null)
    throw new AppError('case-papers.service.no-consent', { recipient: input.recipient, article: rule.article });
  const missing = rule.needs.filter((need) => need !== 'consent' && !given[need as keyof ServiceInput]);
  if (missing.length > 0)
    throw new AppError(
      'case-papers.service.needs',
      { mode: rule.label, missing: missing.map((need) => LABELS[need] ?? need).join('、'), article: rule.article },
      missing.map((path) => ({ path, message: 'required' })),
    );
  const dueOn = given.announcedOn === null ? null : announcementEnd(given.announcedOn, pack);
  const from = given.announcedOn ?? facts.issuedOn;
  for (const day of [given.announcedOn, given.servedOn])
    if (day !== null && (day < facts.issuedOn || day > facts.today))
      throw new AppError('case-papers.service.day', { on: day, from, today: facts.today });
  if (dueOn !== null && given.servedOn !== null && given.servedOn < dueOn)
    throw new AppError('case-papers.service.announcement-runs', {
      until: dueOn,
      days: pack.service.announcementDays,
      article: pack.service.announcementArticle,
    });
  return { ...given, dueOn, outcome: given.servedOn === null ? 'under-way' : 'served' };
}
