import type { TraceNode } from '@jince/contract';
import type { TraceNode as RuleTrace } from '@jince/rules';

const MOST_WORDS = 4;
const MOST_ITEMS = 3;

/** Branches that made the outcome what it is. */
function decisive(node: RuleTrace): number[] {
  const all = node.children.map((_, at) => at);
  if (node.kind === 'not' || node.outcome === -1) return all;
  const same = all.filter((at) => node.children[at]?.outcome === node.outcome);
  return same.length > 0 ? same : all;
}

function collect(node: RuleTrace, view: TraceNode, words: string[]): void {
  if (node.kind === 'and' || node.kind === 'or' || node.kind === 'not') {
    for (const at of decisive(node)) collect(node.children[at] as RuleTrace, view.parts[at] as TraceNode, words);
    return;
  }
  const items = node.children.flatMap((child, at) =>
    child.kind === 'item' && child.outcome === node.outcome
      ? [(view.parts[at]?.sentence ?? '').split('：')[0] as string]
      : [],
  );
  if (items.length > 0) words.push(`${items.slice(0, MOST_ITEMS).join('、')}${items.length > MOST_ITEMS ? '等' : ''}`);
  // The view adds how many items were looked at; where they are named that says nothing more.
  const inputs = items.length > 0 ? view.inputs.slice(0, node.inputs.length) : view.inputs;
  for (const { label, value } of inputs) words.push(`${label} ${value ?? '不明'}`);
}

/** What was decisive, in one line: `有效专利 1 件`; of collections the items that met the condition, by name. */
export function wordsOfTrace(trace: RuleTrace, view: TraceNode): string {
  const words: string[] = [];
  collect(trace, view, words);
  return [...new Set(words)].slice(0, MOST_WORDS).join('，');
}
