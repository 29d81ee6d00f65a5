import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { dropDraft, type WizardStep } from './campaign-draft.ts';
import type { StepProps } from './step-rules.tsx';
import { useUnit } from './use-unit.ts';

interface ReviewProps extends StepProps {
  readonly missing: Record<WizardStep, string[]>;
  readonly onGo: (step: WizardStep) => void;
}

function Missing({ missing, onGo }: Pick<ReviewProps, 'missing' | 'onGo'>) {
  const { t } = useTranslation('campaigns');
  const steps = (['target', 'success', 'period'] as const).filter((step) => missing[step].length > 0);
  if (steps.length === 0) return null;
  return (
    <ul className="wizard-missing" role="alert">
      {steps.flatMap((step) =>
        missing[step].map((key) => (
          <li key={`${step}${key}`}>
            <button type="button" className="link" onClick={() => onGo(step)}>
              {t(`wizard.step.${step}`)}
            </button>
            {t(`wizard.missing.${key}`)}
          </li>
        )),
      )}
    </ul>
  );
}

/** Everything once more, in words; then the campaign is made, and started if wished. */
export function StepReview({ draft, preview, checking, template, missing, onGo }: ReviewProps) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = useUnit(template?.subject);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const create = useMutation({
    mutationFn: async (start: boolean) => {
      const { id } = await api.createCampaign({ body: draft });
      dropDraft(draft.template);
      // Made but not started is a state of its own: its page says so and offers to start it again.
      const refusal = start ? await api.startCampaign({ params: { id } }).then(() => undefined, String) : undefined;
      return { id, refusal };
    },
    onSuccess: ({ id, refusal }) => {
      if (refusal) message.error(t('start.failed', { reason: refusal }));
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      navigate(`/cultivation/campaigns/${id}`, { replace: true });
    },
  });
  const ready = missing.review.length === 0 && !checking && preview !== undefined;
  return (
    <>
      <h2>{t('wizard.review.title')}</h2>
      <Descriptions
        items={[
          { key: 'title', label: t('field.title'), value: draft.title, wide: true },
          { key: 'purpose', label: t('field.purpose'), value: draft.purpose, wide: true },
          { key: 'target', label: t('rule.target'), value: preview?.sentence, wide: true },
          { key: 'success', label: t('rule.success'), value: preview?.successSentence, wide: true },
          { key: 'clause', label: t('field.clause'), value: draft.clause },
          { key: 'period', label: t('field.period'), value: `${draft.from} – ${draft.to}` },
          {
            key: 'total',
            label: t('field.now'),
            value: preview && `${formatExact(preview.total)} ${unit}`,
          },
          {
            key: 'goal',
            label: t('field.goal'),
            value: draft.goal === null ? t('field.goalNone') : formatExact(draft.goal),
          },
          { key: 'assignment', label: t('field.assignment'), value: t(`assignment.${draft.assignment}`), wide: true },
        ]}
      />
      <p className="soft review-note">{t('wizard.review.text')}</p>
      <Missing missing={missing} onGo={onGo} />
      {create.error && <ErrorBox error={create.error} />}
      <div className="row">
        <Button
          type="primary"
          size="large"
          disabled={!ready}
          loading={create.isPending && create.variables}
          onClick={() => create.mutate(true)}
        >
          {t('wizard.review.start')}
        </Button>
        <Button
          size="large"
          disabled={!ready}
          loading={create.isPending && !create.variables}
          onClick={() => create.mutate(false)}
        >
          {t('wizard.review.draft')}
        </Button>
      </div>
    </>
  );
}
