import type { RouteInput } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseKeys } from '../../components/case-frame/case-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api, type routes } from '../../lib/api.ts';
import { optionsQuery } from './cases-query.ts';
import { OfficerChoice } from './officer-choice.tsx';

export type BulkKind = 'handlers' | 'organisation';
type Change = RouteInput<typeof routes.previewBulkCases>['body']['change'];

interface BulkDialogProps {
  readonly kind: BulkKind;
  readonly ids: readonly string[];
  readonly onClose: (done: boolean) => void;
}

const SHOWN = 12;

/** Hands many cases to officers or to a body, after showing what that does to each. */
export function BulkDialog({ kind, ids, onClose }: BulkDialogProps) {
  const { t, i18n } = useTranslation(['cases', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const options = useQuery(optionsQuery(i18n.language)).data;
  const [officers, setOfficers] = useState<readonly string[]>([]);
  const [organisation, setOrganisation] = useState<string>();
  const [reason, setReason] = useState('');
  const change: Change =
    kind === 'handlers' ? { kind, officers: [...officers] } : { kind, organisationCode: organisation ?? '' };
  const body = { ids: [...ids], reason: reason.trim(), change };
  const ready = reason.trim().length >= 2 && (kind === 'handlers' ? officers.length >= 2 : organisation !== undefined);
  const preview = useMutation({ mutationFn: () => api.previewBulkCases({ body }) });
  const save = useMutation({
    mutationFn: () => api.changeCasesInBulk({ body }),
    onSuccess: ({ changed, refused }) => {
      for (const queryKey of caseKeys) void queries.invalidateQueries({ queryKey });
      void message.success(t('bulk.done', { changed, refused }));
      onClose(true);
    },
  });
  const plan = preview.data;
  const changedInput = () => preview.reset();
  return (
    <Drawer open onClose={() => onClose(false)} title={t(`bulk.${kind}`)} size="large">
      <p className="soft">{t('bulk.text', { count: ids.length })}</p>
      {kind === 'handlers' ? (
        <OfficerChoice
          value={officers}
          onChange={(next) => {
            setOfficers(next);
            changedInput();
          }}
        />
      ) : (
        <Field label={t('list.organisation')}>
          {(fieldIds) => (
            <Select
              {...fieldIds}
              style={{ width: '100%' }}
              value={organisation}
              options={(options?.organisations ?? []).map(({ code, label }) => ({ value: code, label }))}
              onChange={(value: string) => {
                setOrganisation(value);
                changedInput();
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('bulk.reason')}>
        {(fieldIds) => (
          <Input
            {...fieldIds}
            value={reason}
            maxLength={500}
            onChange={(event) => {
              setReason(event.target.value);
              changedInput();
            }}
          />
        )}
      </Field>
      {plan && (
        <div className="bulk-plan">
          <p>
            <b>{t('bulk.changes', { n: plan.changes })}</b> {t('bulk.unchanged', { n: plan.unchanged })}
            {plan.refused.length > 0 && <span className="late"> {t('bulk.refused', { n: plan.refused.length })}</span>}
          </p>
          <ul>
            {plan.refused.slice(0, SHOWN).map((one) => (
              <li key={one.id} className="late">
                <span className="mono">{one.number}</span> {one.reason}
              </li>
            ))}
            {plan.rows.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                <span className="mono">{one.number}</span> {one.before || '—'} → {one.after}
              </li>
            ))}
            {plan.rows.length > SHOWN && <li className="muted">{t('bulk.more', { n: plan.rows.length - SHOWN })}</li>}
          </ul>
        </div>
      )}
      {(preview.error ?? save.error) && <ErrorBox error={preview.error ?? save.error} />}
      <div className="row dialog-foot">
        {plan ? (
          <Button type="primary" disabled={plan.changes === 0} loading={save.isPending} onClick={() => save.mutate()}>
            {t('bulk.ok', { n: plan.changes })}
          </Button>
        ) : (
          <Button type="primary" disabled={!ready} loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('bulk.preview')}
          </Button>
        )}
        <Button onClick={() => onClose(false)}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
