import type { PrinterDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PartyChoice } from '../../components/party-choice.tsx';
import { api } from '../../lib/api.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { inspectionKeys } from './inspection-query.ts';

const TEXTS = ['name', 'uscc', 'address', 'licenceNo', 'scope', 'contact'] as const;
type TextName = (typeof TEXTS)[number];

/** Enters a printer into the register or changes what it says. */
export function PrinterForm({ printer, onClose }: { printer?: PrinterDetail; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { towns } = usePlaceOptions();
  const [texts, setTexts] = useState<Record<TextName, string>>(
    () => Object.fromEntries(TEXTS.map((name) => [name, printer?.[name] ?? ''])) as Record<TextName, string>,
  );
  const [partyId, setPartyId] = useState<string | undefined>(printer?.partyId ?? undefined);
  const [town, setTown] = useState<string | undefined>(printer?.townCode ?? undefined);
  const [until, setUntil] = useState<string | null>(printer?.licenceTo ?? null);
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        name: texts.name,
        uscc: texts.uscc || null,
        address: texts.address || null,
        licenceNo: texts.licenceNo || null,
        scope: texts.scope || null,
        contact: texts.contact || null,
        partyId: partyId ?? null,
        townCode: town ?? null,
        licenceTo: until,
      };
      if (printer === undefined) return (await api.registerPrinter({ body })).id;
      await api.updatePrinter({ params: { id: printer.id }, body: { ...body, version: printer.version } });
      return undefined;
    },
    onSuccess: (id) => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
      if (id !== undefined) void navigate(`/protection/printers/${id}`);
      onClose();
    },
  });
  const text = (name: TextName) => (
    <Field key={name} label={t(`printer.${name}`)}>
      {(ids) => (
        <Input
          {...ids}
          value={texts[name]}
          maxLength={name === 'scope' ? 500 : 120}
          onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t(printer === undefined ? 'printer.new' : 'printer.edit')} size="large">
      <div className="insp-dialog">
        {text('name')}
        <Field label={t('printer.party')} help={t('printer.partyHelp')}>
          {() => <PartyChoice value={partyId} onChange={setPartyId} label={t('printer.party')} />}
        </Field>
        <div className="insp-pair">
          {text('uscc')}
          <Field label={t('col.town')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={town}
                options={[...towns]}
                allowClear
                onChange={(code: string | undefined) => setTown(code)}
              />
            )}
          </Field>
        </div>
        {text('address')}
        <div className="insp-pair">
          {text('licenceNo')}
          <Field label={t('printer.licenceTo')}>
            {(ids) => (
              <DatePicker
                id={ids.id}
                value={until === null ? null : dayjs(until)}
                onChange={(next) => setUntil(next?.format('YYYY-MM-DD') ?? null)}
              />
            )}
          </Field>
        </div>
        {text('scope')}
        {text('contact')}
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={texts.name.trim().length < 2}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}
