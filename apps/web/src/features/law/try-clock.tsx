import type { LawEntryView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

interface Asked {
  readonly rule: string;
  readonly from: string;
  readonly year: number | null;
}

function Answer({ rule, from, year }: Asked) {
  const { t, i18n } = useTranslation('law');
  const query = useQuery({
    queryKey: ['law-clock', rule, from, year, i18n.language],
    queryFn: ({ signal }) =>
      api.tryLawClock({ params: { rule }, query: { from, ...(year === null ? {} : { year }) } }, signal),
    retry: false,
  });
  if (query.error) return <ErrorBox error={query.error} />;
  if (!query.data) return <SkeletonLines />;
  const { dueOn, steps, related, provisional } = query.data;
  return (
    <>
      <p className="clock-due">
        {t('try.due')} <b className="mono">{dueOn ?? '—'}</b>{' '}
        {provisional && <StatusTag tone="warn">{t('try.provisional')}</StatusTag>}
      </p>
      <ol className="clock-steps">
        {steps.map((step) => (
          <li key={step.text}>
            {step.text}
            {step.article && <small>{step.article}</small>}
          </li>
        ))}
      </ol>
      {related.length > 0 && (
        <p className="soft">
          {t('try.related')}：{related.map(({ label, on }) => `${label} ${on}`).join('；')}
        </p>
      )}
    </>
  );
}

/** A clock of the law run from a day of one's own. */
export function TryClock({ items, today }: { items: readonly LawEntryView[]; today: string }) {
  const { t } = useTranslation('law');
  const clocks = items.filter((one) => one.kind === 'clock');
  const [rule, setRule] = useState<string>();
  const [from, setFrom] = useState<string | null>(today);
  const [year, setYear] = useState<number | null>(null);
  return (
    <div className="try-clock">
      <Section title={t('tab.clocks')}>
        <Field label={t('try.rule')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={rule}
              showSearch={{ optionFilterProp: 'label' }}
              options={clocks.map(({ key, label }) => ({ value: key, label: `${label}（${key}）` }))}
              onChange={(value: string) => setRule(value)}
            />
          )}
        </Field>
        <Field label={t('try.from')}>
          {(ids) => (
            <DatePicker
              {...ids}
              style={{ width: '100%' }}
              value={from === null ? null : dayjs(from)}
              onChange={(day) => setFrom(day?.isValid() ? day.format('YYYY-MM-DD') : null)}
            />
          )}
        </Field>
        {rule?.startsWith('patent.annuity') && (
          <Field label={t('try.year')}>
            {(ids) => (
              <InputNumber {...ids} style={{ width: '100%' }} min={1} max={20} value={year} onChange={setYear} />
            )}
          </Field>
        )}
      </Section>
      <Section title={t('try.due')}>
        {rule !== undefined && from !== null ? (
          <Answer rule={rule} from={from} year={year} />
        ) : (
          <p className="muted">{t('try.none')}</p>
        )}
      </Section>
    </div>
  );
}
