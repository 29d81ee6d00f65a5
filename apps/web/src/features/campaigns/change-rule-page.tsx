import type { CampaignDetail } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { problemsOf } from './campaign-draft.ts';
import { campaignQuery, ruleChangeQuery } from './campaign-query.ts';
import { RuleChangePanel } from './rule-change-panel.tsx';
import './campaigns.css';
import './new-campaign.css';

function useSave(campaign: CampaignDetail) {
  const { t } = useTranslation('campaigns');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rules: { targetRule: string; successRule: string; note: string }) =>
      api.changeCampaignRule({
        params: { id: campaign.id },
        body: { ...rules, version: campaign.targetRule.version },
      }),
    onSuccess: ({ added, dropped, version }) => {
      message.success(t('change.done', { version, added: formatExact(added), dropped: formatExact(dropped) }));
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id] });
      void queries.invalidateQueries({ queryKey: ['work-items'] });
      navigate(`/cultivation/campaigns/${campaign.id}`);
    },
  });
}

function Editor({ campaign }: { campaign: CampaignDetail }) {
  const { t, i18n } = useTranslation(['campaigns', 'common']);
  const navigate = useNavigate();
  const save = useSave(campaign);
  const [target, setTarget] = useState(campaign.targetRule.text);
  const [success, setSuccess] = useState(campaign.successRule.text);
  const [note, setNote] = useState('');
  const rules = useSettled(`${target}\u0000${success}`);
  const [settledTarget = '', settledSuccess = ''] = rules.value.split('\u0000');
  const query = useQuery(ruleChangeQuery(campaign.id, settledTarget, settledSuccess, i18n.language));
  const effect = rules.waiting ? undefined : query.data;
  const changed = target !== campaign.targetRule.text || success !== campaign.successRule.text;
  const sound = effect !== undefined && effect.problems.length === 0;
  return (
    <div className="wizard">
      <div>
        <section className="panel wizard-body" aria-label={t('change.title')}>
          <RuleEditor
            label={t('rule.target')}
            lead={t('rule.targetLead')}
            value={target}
            onChange={setTarget}
            problems={problemsOf(effect, 'targetRule')}
            sentence={effect?.sentence}
            checking={rules.waiting || query.isFetching}
          />
          <RuleEditor
            label={t('rule.success')}
            lead={t('rule.successLead')}
            value={success}
            onChange={setSuccess}
            problems={problemsOf(effect, 'successRule')}
            sentence={
              success === campaign.successRule.text ? campaign.successRule.sentence : t('change.successChanged')
            }
            checking={rules.waiting || query.isFetching}
          />
          <Field label={t('change.note')} help={t('change.noteHelp')}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                value={note}
                maxLength={300}
                autoSize={{ minRows: 2, maxRows: 5 }}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {save.error && <ErrorBox error={save.error} />}
          <div className="row">
            <Button
              type="primary"
              disabled={!changed || !sound || note.trim().length < 2}
              loading={save.isPending}
              onClick={() => save.mutate({ targetRule: target, successRule: success, note: note.trim() })}
            >
              {t('change.save', { version: campaign.targetRule.version + 1 })}
            </Button>
            <Button onClick={() => navigate(`/cultivation/campaigns/${campaign.id}`)}>{t('common:cancel')}</Button>
            {!changed && <span className="muted">{t('change.same')}</span>}
          </div>
        </section>
      </div>
      <aside>
        <RuleChangePanel effect={query.data} checking={rules.waiting || query.isFetching} error={query.error} />
      </aside>
    </div>
  );
}

/** Changes the rules of a campaign; whom that adds and drops is seen before it is saved. */
export function Page() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation(['campaigns', 'shell']);
  const query = useQuery(campaignQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={t('change.title')}
        crumbs={[
          { label: t('title'), to: '/cultivation/campaigns' },
          { label: query.data.title, to: `/cultivation/campaigns/${id}` },
        ]}
        meta={<span>{t('change.text')}</span>}
      />
      <Editor key={query.data.targetRule.version} campaign={query.data} />
    </div>
  );
}
