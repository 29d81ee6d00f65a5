import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { kindLabel, outcomeLabels, sortLabels } from '../domain/labels.ts';
import { addressKeyOf, isCode } from '../domain/report-keys.ts';
import { reportStateLabel } from '../report-states.ts';
import { findGroup } from '../repositories/group-repository.ts';
import { countForAddress } from '../repositories/limit-repository.ts';
import { findByReceipt, findReport, listPapers, type ReportRow } from '../repositories/report-repository.ts';

/** What whoever holds receipt and code may know: nothing of who handles it, nothing of who else reported. */
export interface ReportStatus {
  readonly receipt: string;
  readonly sort: Bilingual;
  readonly kind: Bilingual;
  readonly subjectName: string;
  readonly receivedAt: string;
  readonly papers: number;
  /** `held` and `joined` beside the states of the procedure. */
  readonly state: string;
  readonly stateLabel: Bilingual;
  /** What the state means, in a sentence. */
  readonly meaning: Bilingual;
  /** By when the next step is to be taken (YYYY-MM-DD), with the article. */
  readonly dueOn: string | null;
  readonly article: string | null;
  readonly steps: readonly { readonly at: string; readonly label: Bilingual }[];
  readonly outcome: Bilingual | null;
  readonly reply: string | null;
  readonly repliedAt: string | null;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const MEANINGS: Readonly<Record<string, Bilingual>> = {
  arriving: both('已收到，正在登记。', 'It has arrived and is being entered.'),
  received: both('已收到，等待分派承办科室。', 'It has arrived and waits to be assigned.'),
  assigned: both('承办人员正在核查。', 'It is being looked into.'),
  handling: both('已受理，正在办理。', 'It is accepted and being handled.'),
  answered: both('已办结，答复如下。', 'It is closed; the answer is below.'),
  transferred: both('已移送有管辖权的机关，说明如下。', 'It was handed to the competent authority; see below.'),
  'not-accepted': both('不予受理，理由如下。', 'It was not accepted; the reason is below.'),
  held: both(
    '已收到并完整保存。同一来源当天提交较多，须先统一审核，再转入办理。',
    'It has arrived and is kept whole. Many came from one sender that day; they are reviewed together first.',
  ),
  'set-aside': both(
    '经统一审核，不予受理，理由如下。',
    'After review with others of its sender it was not accepted; the reason is below.',
  ),
};
const JOINED = both(
  '与同一事项的在办件合并办理。',
  'It is handled together with an earlier report of the same matter.',
);

interface FileStanding {
  readonly state: string;
  readonly dueOn: string | null;
  readonly article: string | null;
  readonly steps: readonly { readonly at: string; readonly state: string }[];
}

async function standingOf(db: Db, district: string, fileId: string): Promise<FileStanding> {
  const { rows } =
    await sql<FileStanding>`select f.state, k.due_on as "dueOn", k.article, l.steps from procedures.file f
    left join lateral (select due_on, article from procedures.clock c where c.district = f.district and c.file_id = f.id
      and c.stopped_on is null and f.closed_at is null order by c.due_on limit 1) k on true
    cross join lateral (select jsonb_agg(jsonb_build_object('at', a.at, 'state', a.state_to) order by a.seq) as steps
      from procedures.action_log a where a.district = f.district and a.file_id = f.id
        and (a.state_from is distinct from a.state_to)) l
    where f.district = ${district} and f.id = ${fileId}`.execute(db);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

async function describe(ctx: Ctx, report: ReportRow): Promise<ReportStatus> {
  const root = report.sameAs === null ? report : ((await findReport(ctx.db, ctx.district, report.sameAs)) ?? report);
  const group = root.groupId === null ? undefined : await findGroup(ctx.db, ctx.district, root.groupId);
  const papers = await listPapers(ctx.db, ctx.district, [report.id]);
  const base = {
    receipt: report.receipt,
    sort: sortLabels[report.sort],
    kind: kindLabel(ctx, report.kind),
    subjectName: report.subjectName,
    receivedAt: report.receivedAt,
    papers: papers.length,
    outcome: root.outcome === null ? null : (outcomeLabels[root.outcome] ?? null),
    reply: root.reply,
    repliedAt: root.repliedAt,
  };
  const arrived = { at: report.receivedAt, label: both('收到', 'Arrived') };
  if (root.fileId === null) {
    const aside = group?.state === 'set-aside';
    return {
      ...base,
      state: aside ? 'set-aside' : 'held',
      stateLabel: aside ? reportStateLabel('not-accepted') : both('待审核', 'Awaits review'),
      meaning: MEANINGS[aside ? 'set-aside' : 'held'] as Bilingual,
      dueOn: null,
      article: null,
      steps: [
        arrived,
        ...(aside && group.decidedAt !== null
          ? [{ at: group.decidedAt, label: reportStateLabel('not-accepted') }]
          : []),
      ],
      reply: aside ? group.reason : null,
      repliedAt: aside ? group.decidedAt : null,
    };
  }
  const standing = await standingOf(ctx.db, ctx.district, root.fileId);
  const meaning = MEANINGS[standing.state] ?? both('', '');
  const steps = standing.steps
    .filter(
      (step) =>
        step.state !== 'arriving' && step.state !== 'received' && Date.parse(step.at) >= Date.parse(report.receivedAt),
    )
    .map((step) => ({ at: new Date(step.at).toISOString(), label: reportStateLabel(step.state) }));
  return {
    ...base,
    state: standing.state,
    stateLabel: reportStateLabel(standing.state),
    meaning: root === report ? meaning : both(`${JOINED.zh}${meaning.zh}`, `${JOINED.en} ${meaning.en}`),
    dueOn: standing.dueOn,
    article: standing.article,
    steps: [arrived, ...steps],
  };
}

/**
 * How a report stands, by receipt number and query code. A number that does not exist and a wrong code are answered
 * alike, and wrong entries of one address are counted.
 * @throws AppError 404 reports.status.not-found, 429 reports.status.too-many
 */
export async function findReportStatus(
  ctx: Ctx,
  given: { readonly receipt: string; readonly code: string },
): Promise<ReportStatus> {
  const { config, jurisdiction } = ctx.services;
  const { limits, hotline } = jurisdiction.reportSettings;
  const addressKey = addressKeyOf(config.secret, ctx.source, ctx.today);
  const receipt = given.receipt.normalize('NFKC').replaceAll('\0', '').replace(/\s/g, '').toUpperCase().slice(0, 40);
  const report = await findByReceipt(ctx.db, ctx.district, receipt);
  const known = isCode(config.secret, receipt, given.code.slice(0, 80), report?.codeHash ?? ''.padEnd(64, '0'));
  const { wrongCodes } = await inTransaction(ctx, (tx) =>
    countForAddress(tx, ctx, addressKey, { wrongCodes: known ? 0 : 1 }),
  );
  if (wrongCodes > limits.wrongCodesPerAddressAndDay) throw new AppError('reports.status.too-many', { hotline });
  if (report === undefined || !known) throw new AppError('reports.status.not-found');
  return describe(ctx, report);
}
