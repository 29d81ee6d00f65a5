import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { type Mark, markKeys } from './watch-query.ts';

const KINDS = ['licensee', 'own-shop', 'licensed-shop'] as const;
const EMPTY = { kind: 'licensed-shop' as (typeof KINDS)[number], name: '', platform: '', uscc: '' };

/** Who may use the mark, and the shops that sell its goods: the watch leaves them out. */
export function AuthorisedUsers({ mark }: { mark: Mark }) {
  const { t } = useTranslation(['trademark-watch', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...change }));
  const refresh = () => {
    for (const queryKey of markKeys) void queries.invalidateQueries({ queryKey });
  };
  const add = useMutation({
    mutationFn: () =>
      api.addAuthorisedUser({
        params: { id: mark.id },
        body: {
          kind: draft.kind,
          name: draft.name.trim(),
          platform: draft.platform.trim() || null,
          uscc: draft.uscc.trim() || null,
        },
      }),
    onSuccess: () => {
      setDraft(EMPTY);
      refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (userId: string) => api.removeAuthorisedUser({ params: { id: mark.id, userId } }),
    onSuccess: refresh,
  });
  return (
    <Section title={t('user.title')} note={t('user.note')}>
      {mark.users.length === 0 && <p className="muted">{t('user.none')}</p>}
      <ul className="watch-list">
        {mark.users.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.name}</b>
              <span className="cell-sub">
                {[one.kindLabel, one.platform, one.uscc, one.fromOn && t('user.from', { on: one.fromOn })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {!one.active && <StatusTag>{t('user.inactive')}</StatusTag>}
            {mark.mayEdit && (
              <Button size="small" onClick={() => remove.mutate(one.id)}>
                {t('user.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mark.mayEdit && (
        <div className="watch-form">
          <Field label={t('user.kind')}>
            {(ids) => (
              <Select
                {...ids}
                value={draft.kind}
                onChange={(kind) => set({ kind })}
                options={KINDS.map((value) => ({ value, label: t(`authorised.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('user.name')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.name}
                maxLength={200}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('user.platform')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.platform}
                maxLength={60}
                onChange={(event) => set({ platform: event.target.value })}
              />
            )}
          </Field>
          <Button disabled={draft.name.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
            {t('user.add')}
          </Button>
        </div>
      )}
      {(add.error ?? remove.error) && <ErrorBox error={add.error ?? remove.error} />}
    </Section>
  );
}
