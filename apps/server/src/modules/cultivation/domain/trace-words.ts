import type { TraceNode } from '@jince/contract';

const MOST_INPUTS = 4;

/** Leaves of a trace: the conditions that have inputs of their own. */
function leaves(node: TraceNode): TraceNode[] {
  return node.parts.length === 0
    ? [node]
    : [...(node.inputs.length > 0 ? [{ ...node, parts: [] }] : []), ...node.parts.flatMap(leaves)];
}

/** What was decisive, in one line: `有效商标 1 件，注册号 12345678`. Inputs named twice are said once. */
export function wordsOfTrace(trace: TraceNode): string {
  const said = new Map<string, string>();
  const decisive = leaves(trace).filter((leaf) => leaf.outcome === trace.outcome);
  for (const { inputs } of decisive.length > 0 ? decisive : leaves(trace))
    for (const { label, value, unit } of inputs)
      if (!said.has(label))
        said.set(label, `${label} ${value ?? '不明'}${unit === null || value === null ? '' : ` ${unit}`}`);
  return [...said.values()].slice(0, MOST_INPUTS).join('，');
}
