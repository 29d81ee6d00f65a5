import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disclosures } from '../../components/agency-affairs/affair-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly basis: string;
  readonly fromFen: number | null;
  readonly toFen: number | null;
  readonly note: string;
}

const empty = (name = '', basis = ''): Row => ({ key: makeId(), name, basis, fromFen: null, toFen: null, note: '' });

function rowsOf(disclosures: Disclosures): Row[] {
  const latest = disclosures.items[0];
  if (latest) return latest.services.map((one) => ({ key: makeId(), ...one }));
  return disclosures.catalogue.map((one) => empty(one.name, one.basis));
}

function Price({
  label,
  fen,
  onChange,
}: {
  label: string;
  fen: number | null;
  onChange: (fen: number | null) => void;
}) {
  const { t } = useTranslation('agency-affairs');
  return (
    <InputNumber
      aria-label={label}
      placeholder={label}
      min={0}
      precision={2}
      suffix={t('yuan')}
      value={fen === null ? null : fen / 100}
      onChange={(next) => onChange(next === null ? null : Math.round(next * 100))}
    />
  );
}

function Line({ row, change, remove }: { row: Row; change: (patch: Partial<Row>) => void; remove: () => void }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <li>
      <Input
        aria-label={t('disclosure.name')}
        placeholder={t('disclosure.name')}
        value={row.name}
        maxLength={60}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Input
        aria-label={t('disclosure.basis')}
        placeholder={t('disclosure.basis')}
        value={row.basis}
        maxLength={40}
        onChange={(event) => change({ basis: event.target.value })}
      />
      <Price label={t('disclosure.from')} fen={row.fromFen} onChange={(fromFen) => change({ fromFen })} />
      <Price label={t('disclosure.to')} fen={row.toFen} onChange={(toFen) => change({ toFen })} />
      <Input
        aria-label={t('disclosure.note')}
        placeholder={t('disclosure.note')}
        value={row.note}
        maxLength={200}
        onChange={(event) => change({ note: event.target.value })}
      />
      <button type="button" className="link" onClick={remove}>
        {t('disclosure.remove')}
      </button>
    </li>
  );
}

/** The next version of services and prices; lines without a price are left out. */
export function DisclosureForm({
  agencyId,
  disclosures,
  onDone,
}: {
  agencyId: string;
  disclosures: Disclosures;
  onDone: () => void;
}) {
  const { t } = useTranslation(['agency-affairs', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [rows, setRows] = useState(() => rowsOf(disclosures));
  const [statement, setStatement] = useState(disclosures.items[0]?.statement ?? '');
  const [effectiveOn, setEffectiveOn] = useState(today());
  const services = rows.flatMap(({ key: _key, fromFen, toFen, ...row }) =>
    fromFen === null ? [] : [{ ...row, fromFen, toFen: toFen ?? fromFen }],
  );
  const publish = useMutation({
    mutationFn: () =>
      api.publishDisclosure({
        params: { id: agencyId },
        body: { after: disclosures.items[0]?.version ?? 0, effectiveOn, services, statement },
      }),
    onSuccess: async ({ version }) => {
      await queries.invalidateQueries({ queryKey: ['disclosures', agencyId] });
      void queries.invalidateQueries({ queryKey: ['agency-desk'] });
      void message.success(t('disclosure.publishedNow', { version }));
      onDone();
    },
  });
  return (
    <Section title={t('disclosure.edit')} note={t('disclosure.editNote')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <ul className="disclosure-lines">
          {rows.map((row) => (
            <Line
              key={row.key}
              row={row}
              change={(patch) => setRows(rows.map((one) => (one.key === row.key ? { ...one, ...patch } : one)))}
              remove={() => setRows(rows.filter((one) => one.key !== row.key))}
            />
          ))}
        </ul>
        <button type="button" className="link" onClick={() => setRows([...rows, empty()])}>
          {t('disclosure.add')}
        </button>
        <div className="disclosure-rest">
          <Field label={t('disclosure.effectiveOn')}>
            {(names) => (
              <DatePicker
                {...names}
                value={dayjs(effectiveOn)}
                allowClear={false}
                onChange={(day) => day?.isValid() && setEffectiveOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={`${t('disclosure.statement')}${t('optional')}`} help={t('disclosure.statementHelp')}>
            {(names) => (
              <Input.TextArea
                {...names}
                value={statement}
                maxLength={2000}
                autoSize={{ minRows: 2, maxRows: 6 }}
                onChange={(event) => setStatement(event.target.value)}
              />
            )}
          </Field>
        </div>
        {publish.error && <ErrorBox error={publish.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={services.length === 0} loading={publish.isPending}>
            {t('disclosure.publish')}
          </Button>
          <Button onClick={onDone}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Section>
  );
}
