import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';

type Step = IndicatorDetail['lineage'][number];
const kinds = ['rule', 'fact', 'register', 'import'] as const;

function Entry({ step }: { step: Step }) {
  const words = (
    <>
      {step.label}
      {step.detail && <small>{step.detail}</small>}
    </>
  );
  return <li>{step.href ? <Link to={step.href}>{words}</Link> : <span>{words}</span>}</li>;
}

/** Where the figure comes from: indicator, rule, facts, registers, the files that were imported. */
export function LineageSection({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  return (
    <div className="lineage-place">
      <Section title={t('lineage')} note={t('lineageNote')}>
        <ol className="lineage">
          <li>
            <h3>{t('lineageOf.indicator')}</h3>
            <ul>
              <li>
                <span>
                  {indicator.label}
                  <small>{t('versionNo', { version: indicator.version })}</small>
                </span>
              </li>
            </ul>
          </li>
          {kinds.map((kind) => {
            const steps = indicator.lineage.filter((step) => step.kind === kind);
            if (steps.length === 0) return null;
            return (
              <li key={kind}>
                <h3>{t(`lineageOf.${kind}`)}</h3>
                <ul>
                  {steps.map((step) => (
                    <Entry key={`${step.label}${step.detail}`} step={step} />
                  ))}
                </ul>
              </li>
            );
          })}
        </ol>
      </Section>
    </div>
  );
}
