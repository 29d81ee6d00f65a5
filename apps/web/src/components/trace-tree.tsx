import type { TraceNode } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import './trace-tree.css';

const signs: Record<TraceNode['outcome'], string> = { true: '✓', false: '✕', unknown: '?', value: '＝' };

function Inputs({ inputs }: Pick<TraceNode, 'inputs'>) {
  const { t } = useTranslation('cultivation');
  if (inputs.length === 0) return null;
  return (
    <ul className="trace-inputs">
      {inputs.map((input) => (
        <li key={input.label}>
          {input.label}{' '}
          <b className={input.value === null ? 'muted' : undefined}>
            {input.value ?? t('trace.absent')}
            {input.value !== null && input.unit && ` ${input.unit}`}
          </b>
        </li>
      ))}
    </ul>
  );
}

/** “Not X”, whose only part came out the other way: said once, with the figures of X. */
function said(node: TraceNode): TraceNode {
  const [only, ...others] = node.parts;
  const opposite = only?.outcome === (node.outcome === 'true' ? 'false' : 'true') && node.outcome !== 'unknown';
  if (only === undefined || others.length > 0 || only.parts.length > 0 || !opposite) return node;
  return { ...node, inputs: [...node.inputs, ...only.inputs], parts: [] };
}

function Node({ node: told }: { node: TraceNode }) {
  const { t } = useTranslation('cultivation');
  const node = said(told);
  return (
    <li>
      <div className={`trace-node ${node.outcome}`}>
        <i aria-hidden="true">{signs[node.outcome]}</i>
        <div>
          {node.sentence}
          <Inputs inputs={node.inputs} />
        </div>
        <span>{t(`trace.${node.outcome}`)}</span>
      </div>
      {node.parts.length > 0 && (
        <ul>
          {node.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the conditions of a rule have fixed places
            <Node key={index} node={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A rule applied to one subject: each condition as a sentence with its outcome and the figures it looked at. */
export function TraceTree({ trace, label }: { trace: TraceNode; label: string }) {
  return (
    <ul className="trace" aria-label={label}>
      <Node node={trace} />
    </ul>
  );
}
