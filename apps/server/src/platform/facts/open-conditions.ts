import type { TraceNode } from '@jince/contract';

/** Sentences of the smallest conditions of a trace that did not come out true: what is missing, or not known. */
export function openConditions(node: TraceNode): string[] {
  const parts = node.parts.filter((part) => part.outcome !== 'value');
  if (parts.length === 0) return node.outcome === 'true' || node.outcome === 'value' ? [] : [node.sentence];
  const open = parts.flatMap((part) => (part.outcome === 'true' ? [] : openConditions(part)));
  // A negation fails although all its parts hold.
  return open.length === 0 && node.outcome !== 'true' ? [node.sentence] : open;
}
