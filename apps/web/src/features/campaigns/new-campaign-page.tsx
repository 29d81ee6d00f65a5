import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { useSettled } from '../../lib/use-settled.ts';
import {
  type CampaignDraft,
  draftOf,
  dropDraft,
  keepDraft,
  missingOf,
  readDraft,
  type WizardStep,
  wizardSteps,
} from './campaign-draft.ts';
import { campaignsQuery, rulePreviewQuery, type Template } from './campaign-query.ts';
import { RulePreviewPanel } from './rule-preview.tsx';
import { StepBar } from './step-bar.tsx';
import { StepPeriod } from './step-period.tsx';
import { StepReview } from './step-review.tsx';
import { StepSuccess, StepTarget } from './step-rules.tsx';
import './campaigns.css';
import './new-campaign.css';

function useDraft(template: Template | undefined) {
  const [draft, setDraft] = useState(() => readDraft(template));
  const set = (patch: Partial<CampaignDraft>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    keepDraft(next);
  };
  const reset = () => {
    dropDraft(draft.template);
    setDraft(draftOf(template));
  };
  return { draft, set, reset, changed: JSON.stringify(draft) !== JSON.stringify(draftOf(template)) };
}

function Wizard({ template }: { template: Template | undefined }) {
  const { t, i18n } = useTranslation(['campaigns', 'cultivation']);
  const [params, setParams] = useSearchParams();
  const { draft, set, reset, changed } = useDraft(template);
  const step = wizardSteps.find((one) => one === params.get('step')) ?? 'target';
  const rules = useSettled(`${draft.targetRule}\u0000${draft.successRule}`);
  const [target = '', success = ''] = rules.value.split('\u0000');
  const query = useQuery(rulePreviewQuery(target, success, i18n.language));
  const preview = draft.targetRule.trim() === '' ? undefined : query.data;
  const checking = rules.waiting || query.isFetching;
  const missing = missingOf(draft, preview);
  const go = (next: WizardStep) => {
    const values = new URLSearchParams(params);
    values.set('step', next);
    setParams(values, { preventScrollReset: true });
    scrollTo({ top: 0 });
  };
  const at = wizardSteps.indexOf(step);
  const before = wizardSteps[at - 1];
  const after = wizardSteps[at + 1];
  const props = { draft, set, preview: rules.waiting ? undefined : preview, checking, template };
  return (
    <>
      <StepBar at={step} missing={missing} onChoose={go} />
      <div className="wizard">
        <div>
          <section className="panel wizard-body" aria-label={t(`wizard.step.${step}`)}>
            {step === 'target' && <StepTarget {...props} />}
            {step === 'success' && <StepSuccess {...props} />}
            {step === 'period' && <StepPeriod {...props} />}
            {step === 'review' && <StepReview {...props} missing={missing} onGo={go} />}
          </section>
          <div className="wizard-foot">
            {before && <Button onClick={() => go(before)}>{t('wizard.back')}</Button>}
            {after && (
              <Button type="primary" onClick={() => go(after)}>
                {t('wizard.next', { step: t(`wizard.step.${after}`) })}
              </Button>
            )}
            {changed && (
              <span className="muted">
                {t('wizard.kept')}{' '}
                <button type="button" className="link" onClick={reset}>
                  {t('wizard.reset')}
                </button>
              </span>
            )}
          </div>
        </div>
        <aside>
          <RulePreviewPanel preview={preview} checking={checking} error={query.error} subject={template?.subject} />
        </aside>
      </div>
    </>
  );
}

/** A new campaign: whom, until what, by when, then a look at all of it before it is made. */
export function Page() {
  const { t, i18n } = useTranslation(['campaigns', 'shell']);
  const [params] = useSearchParams();
  const code = params.get('template');
  const query = useQuery(campaignsQuery(i18n.language));
  const template = query.data?.templates.find((one) => one.code === code);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={template ? t('wizard.titleOf', { title: template.title }) : t('wizard.title')}
        crumbs={[{ label: t('shell:chapter.cultivation') }, { label: t('title'), to: '/cultivation/campaigns' }]}
        meta={<span>{template ? t('wizard.fromTemplate') : code ? t('wizard.templateGone') : t('wizard.free')}</span>}
      />
      <Wizard key={template?.code ?? ''} template={template} />
    </div>
  );
}
