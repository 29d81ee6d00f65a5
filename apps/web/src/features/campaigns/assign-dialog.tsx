import type { CampaignDetail } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { type Assignment, type AssignmentEffect, assigneesQuery } from './campaign-query.ts';

type Way = 'town' | 'account' | 'none';

function Effect({ effect }: { effect: AssignmentEffect }) {
  const { t } = useTranslation('campaigns');
  return (
    <div className="assign-effect" aria-live="polite">
      <p>{t('assign.effect', { total: formatExact(effect.count) })}</p>
      <ul>
        {effect.byOfficer.map((officer) => (
          <li key={officer.name}>
            {officer.name} <b>{formatExact(officer.count)}</b>
          </li>
        ))}
      </ul>
      {effect.withoutOfficer > 0 && (
        <p className="warn">{t('assign.without', { total: formatExact(effect.withoutOfficer) })}</p>
      )}
    </div>
  );
}

function toOf(way: Way, account: string | undefined): Assignment['to'] | undefined {
  if (way === 'town') return { byTown: true };
  if (way === 'none') return { none: true };
  return account === undefined ? undefined : { account };
}

/** Gives targets to someone; the effect is asked of the server and shown before anything is written. */
export function AssignDialog({
  campaign,
  targets,
  onClose,
  onDone,
}: {
  campaign: CampaignDetail;
  /** Absent: all that nobody has yet. */
  targets: readonly string[] | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['campaigns', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [way, setWay] = useState<Way>(targets ? 'account' : 'town');
  const [account, setAccount] = useState<string>();
  const assignees = useQuery(assigneesQuery);
  const { towns } = usePlaceOptions();
  const townName = (code: string) => towns.find((town) => town.value === code)?.label ?? code;
  const to = toOf(way, account);
  const which = targets ? { targets: [...targets] } : { filter: { unassigned: true } };
  const preview = useQuery({
    queryKey: ['assign-preview', campaign.id, which, to],
    queryFn: ({ signal }) =>
      api.assignWorkItems(
        { params: { id: campaign.id }, body: { ...which, to: to as Assignment['to'], preview: true } },
        signal,
      ),
    enabled: to !== undefined,
    staleTime: 0,
  });
  const assign = useMutation({
    mutationFn: () =>
      api.assignWorkItems({ params: { id: campaign.id }, body: { ...which, to: to as Assignment['to'] } }),
    onSuccess: ({ count }) => {
      message.success(t('assign.done', { total: formatExact(count) }));
      for (const key of [['work-items'], ['campaign', campaign.id], ['my-work']])
        void queries.invalidateQueries({ queryKey: key });
      onDone();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      width={520}
      footer={null}
      title={targets ? t('assign.title', { total: formatExact(targets.length) }) : t('assign.allTitle')}
    >
      <Radio.Group
        value={way}
        onChange={(event) => setWay(event.target.value as Way)}
        options={(['town', 'account', 'none'] as const).map((value) => ({ value, label: t(`assign.way.${value}`) }))}
      />
      {way === 'account' && (
        <Select
          className="assign-who"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('assign.who')}
          aria-label={t('assign.who')}
          loading={assignees.isPending}
          value={account}
          onChange={setAccount}
          options={(assignees.data?.items ?? []).map((one) => ({
            value: one.id,
            label: [one.name, one.towns.map(townName).join('、')].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <p className="muted assign-note">{t(`assign.wayText.${way}`)}</p>
      {preview.error && <ErrorBox error={preview.error} onRetry={() => preview.refetch()} />}
      {to !== undefined && preview.isPending && <SkeletonLines lines={2} />}
      {to !== undefined && preview.data && <Effect effect={preview.data} />}
      {assign.error && <ErrorBox error={assign.error} />}
      <div className="row assign-foot">
        <Button
          type="primary"
          disabled={!preview.data || preview.data.count === 0 || to === undefined}
          loading={assign.isPending}
          onClick={() => assign.mutate()}
        >
          {t('assign.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
