import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './why-panel.css';

export interface WhyStep {
  /** `met` / `unmet` a condition, `value` an amount, `minus` a deduction, `note` a remark. */
  readonly kind: 'met' | 'unmet' | 'value' | 'minus' | 'note';
  readonly text: string;
  /** Where it comes from: article, file and line. */
  readonly basis?: string | null;
  readonly result?: ReactNode;
}
export interface Why {
  readonly title: string;
  readonly answer?: ReactNode;
  readonly steps: readonly WhyStep[];
  readonly article?: string | null;
  readonly version?: string | null;
  readonly foot?: ReactNode;
}

const signs: Record<WhyStep['kind'], string> = { met: '✓', unmet: '✕', value: '＝', minus: '−', note: '·' };

/** The reasons of one computed thing, step by step. */
export function WhySteps({ why }: { why: Why }) {
  const { t } = useTranslation();
  return (
    <div className="why">
      {why.answer !== undefined && <div className="why-answer">{why.answer}</div>}
      <ol>
        {why.steps.map((step) => (
          <li key={`${step.kind}${step.text}`}>
            <i className={step.kind} aria-hidden="true">
              {signs[step.kind]}
            </i>
            <div>
              {step.text}
              {step.basis && <small>{step.basis}</small>}
            </div>
            <span>{step.result}</span>
          </li>
        ))}
      </ol>
      {(why.article || why.version || why.foot) && (
        <div className="why-foot">
          {why.article && (
            <span>
              {t('why.article')} {why.article}
            </span>
          )}
          {why.version && (
            <span>
              {t('why.version')} {why.version}
            </span>
          )}
          {why.foot}
        </div>
      )}
    </div>
  );
}

/** A word that opens the reasons in a drawer. */
export function WhyLink({ why, children }: { why: Why; children?: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="why-link no-print" onClick={() => setOpen(true)}>
        {children ?? t('why.open')}
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title={why.title} size={460} destroyOnHidden>
        <WhySteps why={why} />
      </Drawer>
    </>
  );
}
