import type { LawEntryView } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';

const OUTCOMES = ['confirmed', 'doubtful'] as const;

/** Says what comparing a version with its source has shown. */
export function CheckVersion({
  entry,
  version,
  onClose,
}: {
  entry: LawEntryView;
  version: LawEntryView['versions'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('law');
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('confirmed');
  const [basis, setBasis] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.checkLawVersion({
        params: { entry: entry.entry },
        body: { versionFrom: version.from, outcome, basis: basis.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['law'] });
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('checkTitle', { label: entry.label })} size="large">
      <p>
        <b>{version.text}</b>
        <br />
        <span className="soft">
          {version.article} · {t('source', { source: version.source })} · {t(`confidence.${version.confidence}`)}
        </span>
      </p>
      {version.verify && <p className="warn-text">{version.verify}</p>}
      <Field label={t('outcome')}>
        {({ id }) => (
          <Radio.Group
            id={id}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as (typeof OUTCOMES)[number])}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
            vertical
          />
        )}
      </Field>
      {outcome === 'doubtful' && <p className="muted">{t('doubtfulNote')}</p>}
      <Field label={t('basis')} help={t('basisHint')}>
        {(ids) => (
          <Input.TextArea {...ids} rows={3} maxLength={500} value={basis} onChange={(e) => setBasis(e.target.value)} />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <Button type="primary" disabled={basis.trim().length < 4} loading={save.isPending} onClick={() => save.mutate()}>
        {t('save')}
      </Button>
    </Drawer>
  );
}
