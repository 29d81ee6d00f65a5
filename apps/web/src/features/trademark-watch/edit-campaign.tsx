import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { hitKeys, type NetFigures } from './watch-query.ts';

const TARGETS = ['infringing', 'notices', 'removed', 'clues', 'cases'] as const;

/** A campaign with its days, and the figures no register knows. */
export function EditCampaign({ figures, onClose }: { figures: NetFigures | undefined; onClose: () => void }) {
  const { t } = useTranslation(['trademark-watch', 'common']);
  const queries = useQueryClient();
  const current = figures?.current ?? null;
  const year = Number(today().slice(0, 4));
  const [draft, setDraft] = useState({
    name: current?.name ?? t('campaign.usualName', { year }),
    fromOn: current?.fromOn ?? `${year}-07-01`,
    toOn: current?.toOn ?? `${year}-12-31`,
    platformsUrged: figures?.figures.find((one) => one.code === 'platforms-urged')?.value ?? 0,
    typical: figures?.typical ?? '',
    targets: Object.fromEntries(
      TARGETS.map((code) => [code, figures?.figures.find((one) => one.code === code)?.target ?? null]),
    ) as Record<(typeof TARGETS)[number], number | null>,
  });
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      api.saveNetCampaign({
        body: {
          ...draft,
          id: current?.id ?? null,
          year: Number(draft.fromOn.slice(0, 4)),
          name: draft.name.trim(),
          typical: draft.typical.trim() || null,
        },
      }),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const day = (name: 'fromOn' | 'toOn') => (
    <Field label={t(`campaign.${name}`)}>
      {(ids) => (
        <DatePicker
          {...ids}
          allowClear={false}
          value={dayjs(draft[name])}
          onChange={(value) => value && set({ [name]: value.format('YYYY-MM-DD') })}
        />
      )}
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t(current === null ? 'campaign.new' : 'campaign.change')} size="large">
      <Field label={t('campaign.name')}>
        {(ids) => (
          <Input {...ids} value={draft.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
        )}
      </Field>
      {day('fromOn')}
      {day('toOn')}
      <fieldset className="campaign-targets">
        <legend>{t('campaign.targets')}</legend>
        {TARGETS.map((code) => (
          <Field key={code} label={t(`target.${code}`)}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={10_000_000}
                precision={0}
                value={draft.targets[code]}
                onChange={(value) => set({ targets: { ...draft.targets, [code]: value } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <Field label={t('campaign.platformsUrged')} help={t('figure.entered')}>
        {(ids) => (
          <InputNumber
            {...ids}
            min={0}
            precision={0}
            value={draft.platformsUrged}
            onChange={(value) => set({ platformsUrged: value ?? 0 })}
          />
        )}
      </Field>
      <Field label={t('campaign.typical')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={draft.typical}
            maxLength={4000}
            onChange={(event) => set({ typical: event.target.value })}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={draft.name.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
