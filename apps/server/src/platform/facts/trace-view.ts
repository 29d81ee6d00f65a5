import type { TraceNode } from '@jince/contract';
import type { Rule, TraceNode as RuleTrace } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import { subjectEntry } from './fact-source.ts';

const OUTCOMES = { 1: 'true', 0: 'false', '-1': 'unknown' } as const;

function itemIds(node: RuleTrace): string[] {
  const own = node.item?.id;
  return [...(typeof own === 'string' ? [own] : []), ...node.children.flatMap(itemIds)];
}

/** Names of the items a trace mentions, of whichever collection they are. */
async function namesOf(ctx: Ctx, rule: Rule, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  const kinds = subjectEntry(ctx, rule.subject)
    .collections.filter((one) => rule.collections.includes(`${one.subject}.${one.path}`))
    .map((one) => one.items);
  for (const kind of new Set(kinds))
    for (const [id, { label }] of await subjectEntry(ctx, kind).subject.describe(ctx, ids)) names.set(id, label);
  return names;
}

/** What a node says, with what it is said of and why it is unknown. */
function sentenceOf(ctx: Ctx, node: RuleTrace, names: ReadonlyMap<string, string>): string {
  const { language } = ctx;
  const zh = language === 'zh';
  const reason =
    node.reason === undefined || node.children.length > 0
      ? ''
      : `${zh ? '（' : ' ('}${node.reason[language]}${zh ? '）' : ')'}`;
  if (node.item === undefined) return `${node[language]}${reason}`;
  const position = node.item.position + 1;
  const name =
    (node.item.id === null ? undefined : names.get(node.item.id)) ?? (zh ? `第 ${position} 项` : `item ${position}`);
  return zh ? `${name}：${node.zh}${reason}` : `${name}: ${node.en}${reason}`;
}

function counted(ctx: Ctx, { items }: RuleTrace): TraceNode['inputs'] {
  if (items === undefined) return [];
  const { total, met, unknown } = items;
  const zh = ctx.language === 'zh';
  const text = zh ? `${total} 项中 ${met} 项满足` : `${met} of ${total} do`;
  const open = unknown === 0 ? '' : zh ? `，${unknown} 项不明` : `, ${unknown} unknown`;
  return [{ label: zh ? '逐项核对' : 'Item by item', value: `${text}${open}`, unit: null }];
}

/** How a rule came to its outcome for one subject, as the console draws it. */
export async function toTraceView(ctx: Ctx, rule: Rule, trace: RuleTrace): Promise<TraceNode> {
  const names = await namesOf(ctx, rule, itemIds(trace));
  const view = (node: RuleTrace): TraceNode => ({
    sentence: sentenceOf(ctx, node, names),
    outcome: node.kind === 'value' && node.outcome !== -1 ? 'value' : OUTCOMES[node.outcome],
    inputs: [
      // What an item's conditions found stands with them.
      ...(node.kind === 'item' && node.children.length > 0 ? [] : node.inputs).map((input) => ({
        label: input.label[ctx.language],
        value: input.value === null ? null : input.text[ctx.language],
        unit: null,
      })),
      ...counted(ctx, node),
    ],
    parts: node.children.map(view),
  });
  return view(trace);
}
