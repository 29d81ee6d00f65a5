import type { CampaignDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatExact } from '../../lib/format.ts';
import { worklistHref } from './campaign-row.tsx';
import { CloseCampaign } from './close-campaign.tsx';
import { EditCampaign } from './edit-campaign.tsx';

/** What can be done with a campaign now. */
export function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'common']);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'close'>();
  const start = useMutation({
    mutationFn: () => api.startCampaign({ params: { id: campaign.id } }),
    onSuccess: ({ baseline }) => {
      message.success(t('start.done', { total: formatExact(baseline) }));
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id] });
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
    },
    onError: (error) => message.error(describeError(error, t).detail ?? describeError(error, t).title),
  });
  const askStart = () =>
    modal.confirm({
      title: t('start.title', { title: campaign.title }),
      content: t('start.text'),
      icon: null,
      width: 480,
      okText: t('start.ok'),
      cancelText: t('common:cancel'),
      onOk: () => start.mutateAsync().catch(() => undefined),
    });
  return (
    <>
      {campaign.mayEdit && campaign.state !== 'closed' && (
        <Button onClick={() => setOpen('edit')}>{t('edit.open')}</Button>
      )}
      {campaign.mayEdit && campaign.state === 'running' && (
        <Button onClick={() => setOpen('close')}>{t('close.open')}</Button>
      )}
      {campaign.state !== 'draft' && (
        <Button type="primary" onClick={() => navigate(worklistHref(campaign.id))}>
          {t('worklist.open')}
        </Button>
      )}
      {campaign.mayEdit && campaign.state === 'draft' && (
        <Button type="primary" loading={start.isPending} onClick={askStart}>
          {t('start.ok')}
        </Button>
      )}
      <EditCampaign campaign={campaign} open={open === 'edit'} onClose={() => setOpen(undefined)} />
      <CloseCampaign campaign={campaign} open={open === 'close'} onClose={() => setOpen(undefined)} />
    </>
  );
}
