import type { PolicyItemView } from '@jince/contract';
import type { Policy, PolicyItem } from '@jince/entitlements';
import type { Language } from '../../../platform/i18n/language.ts';

export interface PolicyChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ItemChange {
  readonly code: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: PolicyChange[];
}

/** A policy with its words, as it is compared. */
export interface Worded {
  readonly policy: Policy;
  readonly items: readonly PolicyItemView[];
  readonly preconditions: readonly { readonly label: string }[];
  readonly terms: readonly { readonly label: string; readonly text: string }[];
}

type Words = ReadonlyMap<string, string | null>;

const span = ({ from, to }: { from: string; to: string | null }, language: Language) =>
  language === 'zh' ? `${from} 至 ${to ?? '长期'}` : `${from} to ${to ?? 'open'}`;

const FIELDS = {
  title: { zh: '名称', en: 'Title' },
  docNo: { zh: '文号', en: 'Document number' },
  fund: { zh: '资金', en: 'Fund' },
  effective: { zh: '有效期', en: 'In force' },
  windows: { zh: '申报期', en: 'Filing windows' },
  preconditions: { zh: '前提条件', en: 'Preconditions' },
  name: { zh: '条款名称', en: 'Name' },
  clause: { zh: '依据条款', en: 'Clause' },
  text: { zh: '条文', en: 'Text' },
  beneficiaries: { zh: '受益对象', en: 'Beneficiaries' },
  eligibility: { zh: '资格条件', en: 'Eligibility' },
  achievement: { zh: '成果', en: 'Achievement' },
  achieved: { zh: '成果期', en: 'Achievement window' },
  amount: { zh: '金额', en: 'Amount' },
  limits: { zh: '上限与扣除', en: 'Caps and deductions' },
  stacking: { zh: '叠加', en: 'Stacking' },
  materials: { zh: '材料', en: 'Materials' },
  publicity: { zh: '公示', en: 'Publicity' },
} as const;

function generalWords({ policy, preconditions, terms }: Worded, language: Language): Words {
  const word = (field: keyof typeof FIELDS, text: string | null) => [FIELDS[field][language], text] as const;
  return new Map<string, string | null>([
    word('title', policy.title),
    word('docNo', policy.docNo),
    word('fund', policy.fund),
    word('effective', span({ from: policy.effectiveFrom, to: policy.effectiveTo }, language)),
    word('windows', policy.windows.map((one) => span(one, language)).join('；')),
    word('preconditions', preconditions.map((one) => one.label).join('；')),
    ...terms.map(({ label, text }) => [label, text] as const),
  ]);
}

function itemWords(
  item: PolicyItem,
  view: PolicyItemView,
  kindLabel: (kind: string) => string,
  language: Language,
): Words {
  const { achievement } = view;
  const zh = language === 'zh';
  const word = (field: keyof typeof FIELDS, text: string | null) => [FIELDS[field][language], text] as const;
  return new Map<string, string | null>([
    word('name', item.name),
    word('clause', item.clause),
    word('text', item.text),
    word('beneficiaries', item.beneficiaries.map(kindLabel).join('、')),
    word('eligibility', view.eligibility.sentence ?? item.eligibility),
    word(
      'achievement',
      `${achievement.label}：${achievement.rule.sentence ?? achievement.rule.text}；${achievement.repeat}`,
    ),
    word('achieved', span(item.achieved, language)),
    word('amount', view.amount),
    word('limits', view.limits.length === 0 ? null : view.limits.join('；')),
    word('stacking', view.stacking),
    word('materials', item.materials.map((one) => one.label).join('、')),
    word('publicity', zh ? `${item.publicityWorkingDays}个工作日` : `${item.publicityWorkingDays} working days`),
  ]);
}

function changesOf(before: Words, after: Words): PolicyChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field) ?? null, after.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** What changed between two versions of a policy, item by item and in words; items are the same by their code. */
export function comparePolicyWords(
  before: Worded,
  after: Worded,
  { language, kindLabel }: { readonly language: Language; readonly kindLabel: (kind: string) => string },
): { general: PolicyChange[]; items: ItemChange[]; same: number } {
  const wordsOf = (side: Worded) =>
    new Map(
      side.policy.items.map((item, at) => {
        const words = itemWords(item, side.items[at] as PolicyItemView, kindLabel, language);
        return [item.code, { name: item.name, words }];
      }),
    );
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const nothing: Words = new Map();
  const items = [...new Set([...is.keys(), ...was.keys()])].flatMap((code): ItemChange[] => {
    const [old, now] = [was.get(code), is.get(code)];
    const name = (now ?? old)?.name ?? code;
    const changes = changesOf(old?.words ?? nothing, now?.words ?? nothing);
    if (old === undefined) return [{ code, name, kind: 'added', changes }];
    if (now === undefined) return [{ code, name, kind: 'removed', changes }];
    return changes.length === 0 ? [] : [{ code, name, kind: 'changed', changes }];
  });
  const same = [...is.keys()].filter((code) => was.has(code) && !items.some((one) => one.code === code)).length;
  return { general: changesOf(generalWords(before, language), generalWords(after, language)), items, same };
}
