import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { choicesQuery } from './inspection-query.ts';
import type { ObjectKind } from './object-choice.tsx';

const DAY = 'YYYY-MM-DD';
const KINDS: readonly ObjectKind[] = ['printer', 'market', 'agency', 'party'];

/** Starts a special action: what is looked at, by which checklist, from when to when. */
export function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const [title, setTitle] = useState('');
  const [documentNo, setDocumentNo] = useState('');
  const [kind, setKind] = useState('special');
  const [objectKind, setObjectKind] = useState<ObjectKind>('printer');
  const [checklist, setChecklist] = useState<string>();
  const [span, setSpan] = useState<[Dayjs, Dayjs]>([dayjs(), dayjs().add(3, 'month')]);
  const [target, setTarget] = useState<number | null>(null);
  const [aim, setAim] = useState('');
  const lists = (choices.data?.checklists ?? []).filter((one) => one.objects.includes(objectKind));
  const list = lists.find((one) => one.code === checklist) ?? lists[0];
  const create = useMutation({
    mutationFn: () =>
      api.createInspectionCampaign({
        body: {
          kind,
          title,
          documentNo: documentNo || null,
          fromOn: span[0].format(DAY),
          toOn: span[1].format(DAY),
          aim,
          objectKind,
          checklist: list?.code ?? '',
          targetCount: target,
        },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['inspection-campaigns'] });
      void navigate(`/protection/inspections/campaigns/${id}`);
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('campaign.new')} size="large">
      <div className="insp-dialog">
        <Field label={t('campaign.title')}>
          {(ids) => <Input {...ids} value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <div className="insp-pair">
          <Field label={t('campaign.kind')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={kind}
                options={(choices.data?.campaignKinds ?? []).map((one) => ({ value: one.code, label: one.label }))}
                onChange={(value: string) => setKind(value)}
              />
            )}
          </Field>
          <Field label={t('campaign.documentNo')}>
            {(ids) => (
              <Input
                {...ids}
                value={documentNo}
                maxLength={60}
                onChange={(event) => setDocumentNo(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="insp-pair">
          <Field label={t('col.kind')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={objectKind}
                options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                onChange={(value: ObjectKind) => setObjectKind(value)}
              />
            )}
          </Field>
          <Field label={t('col.checklist')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={list?.code}
                options={lists.map((one) => ({ value: one.code, label: one.label }))}
                onChange={(value: string) => setChecklist(value)}
              />
            )}
          </Field>
        </div>
        <Field label={t('campaign.span')}>
          {(ids) => (
            <DatePicker.RangePicker
              id={ids.id}
              value={span}
              allowClear={false}
              onChange={(next) => next?.[0] && next[1] && setSpan([next[0], next[1]])}
            />
          )}
        </Field>
        <Field label={t('campaign.target')} help={t('campaign.targetHelp')}>
          {(ids) => <InputNumber {...ids} value={target} min={1} max={100000} onChange={(value) => setTarget(value)} />}
        </Field>
        <Field label={t('campaign.aim')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={3}
              value={aim}
              maxLength={2000}
              onChange={(event) => setAim(event.target.value)}
            />
          )}
        </Field>
        {create.error && <ErrorBox error={create.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={title.trim().length < 4 || !list}
            loading={create.isPending}
            onClick={() => create.mutate()}
          >
            {t('campaign.start')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}
