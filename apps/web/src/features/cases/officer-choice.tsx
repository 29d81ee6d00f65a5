import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

interface OfficerChoiceProps {
  /** In the order they were chosen: the first one leads. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Officers of the register with certificate and load; whose certificate has run out cannot be chosen. */
export function OfficerChoice({ value, onChange }: OfficerChoiceProps) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 250);
  const found = useQuery({
    queryKey: ['case-officers', q],
    queryFn: ({ signal }) => api.listCaseOfficers({ query: q === '' ? {} : { q } }, signal),
  });
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <div className="officer-choice">
      <Input
        value={text}
        allowClear
        placeholder={t('officers.find')}
        aria-label={t('officers.find')}
        onChange={(event) => setText(event.target.value)}
      />
      {found.isPending && <SkeletonLines lines={4} />}
      <ul>
        {(found.data?.items ?? []).map((one) => {
          const at = value.indexOf(one.id);
          return (
            <li key={one.id}>
              <label className={one.valid ? undefined : 'muted'}>
                <input type="checkbox" checked={at >= 0} disabled={!one.valid} onChange={() => toggle(one.id)} />
                <span>
                  <b>{one.name}</b>
                  {at === 0 && <small className="lead-mark">{t('officers.lead')}</small>}
                  <small>
                    {one.unit} · {one.certificateNo} ·{' '}
                    {one.valid
                      ? t('officers.until', { day: one.certificateUntil })
                      : t('officers.lapsed', { day: one.certificateUntil ?? '—' })}
                    {' · '}
                    {t('officers.load', { n: one.openCases })}
                    {!one.linked && <span className="late"> · {t('officers.unlinked')}</span>}
                  </small>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
