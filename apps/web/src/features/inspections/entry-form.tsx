import type { PrinterDetail, PrinterEntry } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, InputNumber, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { choicesQuery } from './inspection-query.ts';

const DAY = 'YYYY-MM-DD';
const TEXTS = {
  intake: ['client', 'clientUscc', 'markName', 'markNumber', 'note'],
  'stock-in': ['note'],
  'stock-out': ['receiver', 'note'],
  destruction: ['method', 'witness', 'note'],
} as const;

interface EntryFormProps {
  readonly printer: PrinterDetail;
  readonly kind: PrinterEntry['kind'];
  readonly onClose: () => void;
}

/** One line of a ledger: a commission with its papers, or labels in, out, destroyed. */
export function EntryForm({ printer, kind, onClose }: EntryFormProps) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const [on, setOn] = useState(dayjs().format(DAY));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [quantity, setQuantity] = useState<number | null>(null);
  const [papers, setPapers] = useState<string[]>([]);
  const [archived, setArchived] = useState<string | null>(null);
  const [intakeId, setIntakeId] = useState<string | undefined>(printer.stock[0]?.intakeId);
  const chosen = printer.stock.find((one) => one.intakeId === intakeId);
  const save = useMutation({
    mutationFn: () =>
      api.addPrinterEntry({
        params: { id: printer.id },
        body: {
          kind,
          on,
          quantity,
          intakeId: kind === 'intake' ? null : (intakeId ?? null),
          papers: Object.fromEntries(papers.map((code) => [code, true])),
          archivedOn: archived,
          ...Object.fromEntries(TEXTS[kind].map((name) => [name, texts[name]?.trim() || null])),
        },
      }),
    onSuccess: () => {
      for (const key of ['inspection-printer', 'inspection-entries', 'inspection-printers'])
        void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <Modal open title={t(`entry.add.${kind}`)} onCancel={onClose} footer={null} width={560}>
      <div className="insp-dialog">
        {kind !== 'intake' && (
          <Field
            label={t('entry.intake')}
            {...(chosen === undefined ? {} : { help: t('entry.left', { n: chosen.left }) })}
          >
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={intakeId}
                options={printer.stock.map((one) => ({
                  value: one.intakeId,
                  label: [one.no, one.markName, one.client].filter(Boolean).join(' · '),
                }))}
                onChange={(value: string) => setIntakeId(value)}
              />
            )}
          </Field>
        )}
        <div className="insp-pair">
          <Field label={t('entry.on')}>
            {(ids) => (
              <DatePicker
                id={ids.id}
                value={dayjs(on)}
                allowClear={false}
                maxDate={dayjs()}
                onChange={(next) => next && setOn(next.format(DAY))}
              />
            )}
          </Field>
          <Field label={t('entry.quantity')}>
            {(ids) => (
              <InputNumber
                {...ids}
                value={quantity}
                min={1}
                style={{ width: '100%' }}
                onChange={(value) => setQuantity(value)}
              />
            )}
          </Field>
        </div>
        {TEXTS[kind].map((name) => (
          <Field key={name} label={t(`entry.${name}`)}>
            {(ids) => (
              <Input
                {...ids}
                value={texts[name] ?? ''}
                maxLength={120}
                onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {kind === 'intake' && (
          <>
            <fieldset className="insp-checks">
              <legend>{t('entry.papers')}</legend>
              <Checkbox.Group
                value={papers}
                options={(choices.data?.printerPapers ?? []).map((one) => ({ value: one.code, label: one.label }))}
                onChange={(next) => setPapers(next as string[])}
              />
            </fieldset>
            <Field label={t('entry.archivedOn')}>
              {(ids) => <DatePicker id={ids.id} onChange={(next) => setArchived(next?.format(DAY) ?? null)} />}
            </Field>
          </>
        )}
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
