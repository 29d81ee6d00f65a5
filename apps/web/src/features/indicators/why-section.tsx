import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { WhySteps } from '../../components/why-panel.tsx';

/** Why the figure is what it is: from the subjects in scope to the number, step by step. */
export function WhySection({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  if (indicator.why.length === 0) return null;
  const steps = indicator.why.map((step) => ({
    kind: step.value === null ? ('note' as const) : ('value' as const),
    text: step.text,
    basis: step.article,
    result: step.value === null ? null : <b className="why-value">{step.value}</b>,
  }));
  return (
    <Section title={t('why')}>
      <WhySteps why={{ title: t('why'), steps, version: String(indicator.version) }} />
    </Section>
  );
}
