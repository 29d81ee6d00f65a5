import type { WorkingCalendar } from '@jince/calendar';
import type { CasePaperPack, ServiceMode } from '@jince/wujiang';
import { AppError } from '../../../platform/errors/errors.ts';
import { dueBy } from './publicity-rule.ts';
import { periodWords } from './words.ts';

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
  readonly calendar: WorkingCalendar;
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

const ANNOUNCEMENT = 'case.announcement-service';

/** An announcement counts as service once the term of its clock is over. @throws AppError case-papers.service.announcement-runs */
export function requireAnnouncementOver(
  announcedOn: string,
  { servedOn, calendar }: { readonly servedOn: string; readonly calendar: WorkingCalendar },
): void {
  const { dueOn, article } = dueBy(ANNOUNCEMENT, announcedOn, calendar);
  if (servedOn < dueOn)
    throw new AppError('case-papers.service.announcement-runs', {
      until: dueOn,
      term: periodWords(ANNOUNCEMENT, announcedOn),
      article,
    });
}

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
  const from = given.announcedOn ?? facts.issuedOn;
  for (const day of [given.announcedOn, given.servedOn])
    if (day !== null && (day < facts.issuedOn || day > facts.today))
      throw new AppError('case-papers.service.day', { on: day, from, today: facts.today });
  const { calendar } = facts;
  if (given.announcedOn !== null && given.servedOn !== null)
    requireAnnouncementOver(given.announcedOn, { servedOn: given.servedOn, calendar });
  const dueOn = given.announcedOn === null ? null : dueBy(ANNOUNCEMENT, given.announcedOn, calendar).dueOn;
  return { ...given, dueOn, outcome: given.servedOn === null ? 'under-way' : 'served' };
}
