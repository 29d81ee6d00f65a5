import type { PolicyItemView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../lib/format.ts';

type Example = PolicyItemView['examples'][number];

function Worked({ example }: { example: Example }) {
  const { t } = useTranslation('policies');
  return (
    <div className="example-body">
      {example.given.map((facts, group) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the party and its achievements have fixed places
        <dl key={group}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ))}
      {example.steps.length > 0 && (
        <ol>
          {example.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an amount have fixed places
            <li key={at}>
              {step.text}
              <b>{formatYuan(step.fen)}</b>
            </li>
          ))}
        </ol>
      )}
      {example.why !== null && <p>{t('example.why', { why: example.why })}</p>}
    </div>
  );
}

/** Worked examples: what each should get, what the rules make of it, and how. */
export function ItemExamples({ examples }: { examples: readonly Example[] }) {
  const { t } = useTranslation('policies');
  if (examples.length === 0) return null;
  return (
    <div className="examples">
      <h4>{t('example.title')}</h4>
      {examples.map((example) => (
        <details key={example.label}>
          <summary>
            <i className={example.passes ? 'good' : 'late'}>{example.passes ? '✓' : '✕'}</i>
            <span>{example.label}</span>
            <b>
              {t('example.expect', { amount: formatYuan(example.expectFen) })}
              {!example.passes && (
                <span className="late"> {t('example.got', { amount: formatYuan(example.gotFen) })}</span>
              )}
            </b>
          </summary>
          <Worked example={example} />
        </details>
      ))}
    </div>
  );
}
