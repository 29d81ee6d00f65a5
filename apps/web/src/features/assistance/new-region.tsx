import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { REGION_KINDS, regionBase, regionKeys } from './aid-query.ts';

const OUTSIDE = '';
const EMPTY = { title: '', facts: '', wish: '', marks: '', otherName: '', theirNo: '' };

/** Prepares a letter to another district, or enters one that came on paper. */
export function NewRegion({ way, caseId, onClose }: { way: 'out' | 'in'; caseId: string | null; onClose: () => void }) {
  const { t } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof REGION_KINDS)[number]>('investigate');
  const [district, setDistrict] = useState(OUTSIDE);
  const [receivedOn, setReceivedOn] = useState(today());
  const [draft, setDraft] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...change }));
  const districts = useQuery({
    queryKey: ['region-districts'],
    queryFn: ({ signal }) => api.listRegionDistricts({}, signal),
    enabled: way === 'out',
  });
  const others = districts.data?.items ?? [];
  const otherName = others.find((one) => one.code === district)?.name ?? draft.otherName.trim();
  const body = {
    kind,
    title: draft.title.trim(),
    facts: draft.facts.trim(),
    wish: draft.wish.trim(),
    marks: draft.marks.split(/[、,，\n]+/).flatMap((one) => one.trim() || []),
    otherName,
  };
  const save = useMutation({
    mutationFn: () =>
      way === 'out'
        ? api.createCrossRegion({ body: { ...body, otherDistrict: district === OUTSIDE ? null : district, caseId } })
        : api.receiveCrossRegion({ body: { ...body, theirNo: draft.theirNo.trim() || null, receivedOn } }),
    onSuccess: ({ id }) => {
      for (const queryKey of regionKeys) void queries.invalidateQueries({ queryKey });
      navigate(`${regionBase}/${id}`);
    },
  });
  const text = (name: keyof typeof EMPTY, rows = 1) => (
    <Field label={t(`region.field.${name}`)}>
      {(ids) =>
        rows === 1 ? (
          <Input {...ids} value={draft[name]} maxLength={200} onChange={(e) => set({ [name]: e.target.value })} />
        ) : (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: rows, maxRows: 14 }}
            value={draft[name]}
            maxLength={8000}
            onChange={(e) => set({ [name]: e.target.value })}
          />
        )
      }
    </Field>
  );
  const ready = body.title.length >= 4 && body.facts.length >= 4 && body.wish.length >= 2 && otherName.length >= 2;
  return (
    <Drawer open onClose={onClose} title={t(way === 'out' ? 'region.new' : 'region.receive')} size="large">
      <p className="soft">{t(way === 'out' ? 'region.newText' : 'region.receiveText')}</p>
      {way === 'out' && others.length > 0 && (
        <Field label={t('region.field.district')} help={t('region.field.districtHelp')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={district}
              onChange={setDistrict}
              options={[
                { value: OUTSIDE, label: t('region.outside') },
                ...others.map((one) => ({ value: one.code, label: one.name })),
              ]}
            />
          )}
        </Field>
      )}
      {district === OUTSIDE && text('otherName')}
      {way === 'in' && (
        <>
          {text('theirNo')}
          <Field label={t('region.field.receivedOn')}>
            {(ids) => (
              <DatePicker
                {...ids}
                allowClear={false}
                value={dayjs(receivedOn)}
                onChange={(day) => day && setReceivedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('region.field.kind')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={kind}
            onChange={setKind}
            options={REGION_KINDS.map((value) => ({ value, label: t(`regionKind.${value}`) }))}
          />
        )}
      </Field>
      {text('title')}
      {text('facts', 4)}
      {text('wish', 2)}
      {text('marks')}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
