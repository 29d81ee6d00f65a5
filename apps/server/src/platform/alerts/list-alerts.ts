import type { Ctx } from '../context/context.ts';
import type { FileAnswer } from '../module.ts';
import { answerWorkbook, type WorkbookCells } from '../workbook/answer-workbook.ts';
import { alertsOf } from './alert-catalogue.ts';
import { ALERT_READ } from './alerts.catalogue.ts';
import { type AlertFilter, type SelectedAlerts, selectAlerts } from './select-alerts.ts';
import { showAlerts } from './show-alerts.ts';

export interface AlertQuery extends AlertFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

/** Kinds of alert in the order of the jurisdiction, with what they mean and how many there are. */
function summary(ctx: Ctx, { counts }: SelectedAlerts) {
  const groups = new Map(ctx.services.jurisdiction.alertGroups.map(({ code, label }) => [code, label]));
  const kinds = new Map(
    alertsOf(ctx)
      .toReversed()
      .map((alert) => [alert.code, alert]),
  );
  return [...kinds.values()].toReversed().flatMap((alert) => {
    const counted = counts.get(alert.code);
    if (counted === undefined) return [];
    const { code, label, level, group, sentence, article } = alert;
    return [
      {
        code,
        label,
        level,
        group,
        groupLabel: groups.get(group) ?? group,
        sentence: sentence[ctx.language],
        article,
        ...counted,
      },
    ];
  });
}

const descending = (sort: string | undefined) => sort?.startsWith('-') === true;

/** One page of the alerts that concern the actor, by due day, with the number of each kind. */
export async function listAlerts(ctx: Ctx, query: AlertQuery) {
  const { page, pageSize } = query;
  const selected = await selectAlerts(ctx, ALERT_READ, query, {
    descending: descending(query.sort),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return {
    items: await showAlerts(ctx, selected.hits, selected.freshness.asOf),
    total: selected.total,
    page,
    pageSize,
    byCode: summary(ctx, selected),
    freshness: selected.freshness,
  };
}

const HEADERS = [
  '预警',
  '程度',
  '对象',
  '权利人（主体）',
  '镇（街道）',
  '日期',
  '剩余天数',
  '情况',
  '怎么办',
  '依据',
  '处理人',
  '处理说明',
];
const LEVELS: Readonly<Record<string, string>> = { late: '逾期', soon: '临近', info: '提示' };
const MOST_ROWS = 1_000_000;
const BATCH = 2000;

/** The same alerts in the same order, all pages. */
export async function exportAlerts(ctx: Ctx, filter: AlertFilter): Promise<FileAnswer> {
  const { hits, freshness } = await selectAlerts(ctx, ALERT_READ, filter, {
    descending: false,
    limit: MOST_ROWS,
    offset: 0,
  });
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let at = 0; at < hits.length; at += BATCH) {
      const items = await showAlerts(ctx, hits.slice(at, at + BATCH), freshness.asOf);
      yield items.map((item) => [
        item.label,
        LEVELS[item.level] ?? item.level,
        item.subjectLabel,
        item.party ?? '',
        item.town ?? '',
        item.dueOn ?? '',
        item.daysLeft ?? '',
        item.text,
        item.action,
        item.article ?? '',
        item.handled?.by ?? '',
        item.handled?.note ?? '',
      ]);
    }
  }
  const { district } = ctx.services;
  return answerWorkbook({
    fileName: `预警清单-${ctx.today}`,
    sheet: '预警',
    heading: [
      `${district.name}预警清单${district.demo ? '（演示数据）' : ''}`,
      `事实截至 ${freshness.asOf}，导出于 ${ctx.today}，共 ${hits.length} 条。`,
    ],
    headers: HEADERS,
    batches: batches(),
  });
}
