import type { CaseRecord } from '@jince/contract';
import type { CaseForm } from '@jince/wujiang';
import type { PaperMeasure } from './paper-sources.ts';

export interface StageFacts {
  readonly record: CaseRecord;
  readonly measures: readonly PaperMeasure[];
}

interface Circumstance {
  readonly holds: (facts: StageFacts) => boolean;
  readonly because: { readonly zh: string; readonly en: string };
}

const owed =
  (part: string) =>
  ({ record }: StageFacts): boolean =>
    record.checks.some(({ check, standing }) => check.includes(part) && standing !== 'none');

const decided =
  (...kinds: string[]) =>
  ({ record }: StageFacts): boolean =>
    record.decision !== null && kinds.includes(record.decision.kind);

/** What the case comes to: the decision, before it the proposal of the report. */
const comesTo =
  (...kinds: string[]) =>
  ({ record }: StageFacts): boolean =>
    kinds.includes(record.decision?.kind ?? String(record.report?.data.decisionKind ?? ''));

/** Whether a hearing is owed, or was offered with the notice: one notice of two is enough. */
const offersHearing = (facts: StageFacts): boolean =>
  owed('hearing')(facts) || facts.record.entries.findLast(({ kind }) => kind === 'notice')?.data.hearing === true;

const CIRCUMSTANCES: Readonly<Record<string, Circumstance>> = {
  general: {
    holds: (facts) => facts.record.card.track === 'general' && comesTo('penalty', 'no-penalty')(facts),
    because: {
      zh: '普通程序，决定由机关负责人审批',
      en: 'by the general procedure the head of the office approves it',
    },
  },
  summary: {
    holds: ({ record }) => record.card.track === 'summary',
    because: { zh: '适用简易程序', en: 'summary procedure' },
  },
  penalty: {
    holds: (facts) => facts.record.card.track === 'general' && decided('penalty')(facts),
    because: { zh: '决定给予行政处罚', en: 'a penalty was decided' },
  },
  'no-penalty': { holds: decided('no-penalty'), because: { zh: '决定不予处罚', en: 'decided without penalty' } },
  cancelled: { holds: decided('cancelled'), because: { zh: '决定撤销案件', en: 'the case was cancelled' } },
  'transferred-elsewhere': {
    holds: decided('transfer-elsewhere'),
    because: { zh: '决定移送其他部门', en: 'transferred to another body' },
  },
  crime: {
    holds: (facts) => facts.record.card.hit || decided('transfer-judicial')(facts),
    because: { zh: '达到刑事追诉标准', en: 'a criminal threshold is reached' },
  },
  'legal-review': { holds: owed('legal'), because: { zh: '应当进行法制审核', en: 'a legal review is owed' } },
  discussion: { holds: owed('discussion'), because: { zh: '应当集体讨论', en: 'a collective discussion is owed' } },
  hearing: { holds: offersHearing, because: { zh: '应当告知听证权利', en: 'the right to a hearing is owed' } },
  'no-hearing': {
    holds: (facts) => facts.record.card.track === 'general' && !offersHearing(facts),
    because: { zh: '拟给予行政处罚', en: 'a penalty is proposed' },
  },
  heard: { holds: ({ record }) => record.hearing !== null, because: { zh: '已举行听证', en: 'a hearing was held' } },
  defended: {
    holds: ({ record }) => record.statement !== null && record.statement.data.waived !== true,
    because: { zh: '当事人提出陈述申辩', en: 'the party stated its case' },
  },
  recused: {
    holds: ({ record }) => record.officers.some(({ recusedReason }) => recusedReason !== null),
    because: { zh: '办案人员回避', en: 'an officer was recused' },
  },
  measures: { holds: ({ measures }) => measures.length > 0, because: { zh: '采取了措施', en: 'measures were taken' } },
  preservation: {
    holds: ({ measures }) => measures.some(({ kind }) => kind === 'preservation'),
    because: { zh: '先行登记保存了证据', en: 'evidence was preserved' },
  },
  seizure: {
    holds: ({ measures }) => measures.some(({ kind }) => kind === 'seizure'),
    because: { zh: '实施了查封、扣押', en: 'things were seized' },
  },
  confiscation: {
    holds: ({ record }) => (record.decision?.confiscatedGoods ?? '') !== '',
    because: { zh: '决定没收物品', en: 'things were confiscated' },
  },
};

export interface WantedPaper {
  readonly form: CaseForm;
  readonly article: string;
  readonly because: { readonly zh: string; readonly en: string } | null;
}

/** Papers the stage of a case wants by the circumstances it is in, each with its article, in the order of the catalogue. */
export function wantedPapers(forms: readonly CaseForm[], facts: StageFacts): WantedPaper[] {
  const stage = facts.record.card.state;
  return forms.flatMap((form) => {
    const hit = form.wanted.find(
      ({ stages, when }) =>
        stages.includes(stage) && (when === undefined || CIRCUMSTANCES[when]?.holds(facts) === true),
    );
    if (hit === undefined) return [];
    return [
      {
        form,
        article: hit.article,
        because: hit.when === undefined ? null : (CIRCUMSTANCES[hit.when]?.because ?? null),
      },
    ];
  });
}

/** Circumstances a pack may name. */
export const CIRCUMSTANCE_NAMES: readonly string[] = Object.keys(CIRCUMSTANCES);
