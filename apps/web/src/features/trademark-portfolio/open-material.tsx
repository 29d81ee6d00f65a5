import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { useMoved } from './life-query.ts';

const ROUTES = ['administrative', 'review', 'court'] as const;
const MOST_MARKS = 200;

/** Begins material on a mark for one matter; without a matter there is no file. */
export function OpenMaterial({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'common', 'labels']);
  const navigate = useNavigate();
  const { partyId } = useOwnParty();
  const moved = useMoved();
  const [mark, setMark] = useState<string>();
  const [route, setRoute] = useState<(typeof ROUTES)[number]>('administrative');
  const [occasion, setOccasion] = useState('');
  const marks = useQuery({
    queryKey: ['own-marks', 'valid', partyId, i18n.language],
    queryFn: ({ signal }) =>
      api.listTrademarks({ query: { party: partyId, status: 'registered,grace', pageSize: MOST_MARKS } }, signal),
  });
  const save = useMutation({
    mutationFn: () =>
      api.openWellKnownFile({ body: { trademarkId: mark ?? '', partyId, occasion: occasion.trim(), route } }),
    onSuccess: ({ id }) => {
      moved();
      void navigate(`/marks/material/${id}`);
    },
  });
  return (
    <Modal
      open
      title={t('material.begin')}
      okText={t('material.begin')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: mark === undefined || occasion.trim().length < 4, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className="soft">{t('material.beginNote')}</p>
      <Field label={t('list.mark')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={mark}
            onChange={setMark}
            options={(marks.data?.items ?? []).map((one) => ({
              value: one.id,
              label: `${one.name} ${t('labels:niceClass', { n: one.niceClass })} ${one.registrationNo}`,
            }))}
          />
        )}
      </Field>
      <Field label={t('material.route')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={route}
            onChange={setRoute}
            options={ROUTES.map((value) => ({ value, label: t(`material.routes.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('material.occasion')} help={t('material.occasionHelp')}>
        {(ids) => <Input {...ids} value={occasion} maxLength={300} onChange={(e) => setOccasion(e.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}
