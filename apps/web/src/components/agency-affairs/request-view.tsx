import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ErrorBox } from '../error-box.tsx';
import { Field } from '../field.tsx';
import { ProcedurePanel } from '../procedure-panel/procedure-panel.tsx';
import { Section } from '../section.tsx';
import { AffairControl } from './affair-control.tsx';
import { type AffairValue, type AgencyRequest, affairKeys } from './affair-query.ts';
import { Findings } from './findings.tsx';
import { SaveState, WaitForSave } from './save-state.tsx';
import { type KeptForm, useKeptForm } from './use-kept-form.ts';
import './affairs.css';

interface RequestDraft {
  readonly values: Readonly<Record<string, AffairValue>>;
  readonly effectiveOn: string | null;
  readonly reason: string;
}

/** What was given: of a change only what it touches. */
const draftOf = (request: AgencyRequest): RequestDraft => ({
  values: Object.fromEntries(
    request.fields
      .filter((field) => request.kind === 'registration' || request.about.includes(field.label))
      .map((field) => [field.code, field.value]),
  ),
  effectiveOn: request.effectiveOn,
  reason: request.reason,
});

/** A request beside the register, as it is read. */
function Compared({ request }: { request: AgencyRequest }) {
  const { t } = useTranslation('agency-affairs');
  const change = request.kind === 'change';
  const rows = request.fields.filter((field) => (change ? field.changed : field.shown !== ''));
  return (
    <Section title={t(change ? 'request.changes' : 'request.content')} flush>
      <table className="affair-table">
        <thead>
          <tr>
            <th scope="col">{t('request.field')}</th>
            {change && <th scope="col">{t('request.registered')}</th>}
            <th scope="col">{t(change ? 'request.new' : 'request.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((field) => (
            <tr key={field.code}>
              <th scope="row">{field.label}</th>
              {change && (
                <td data-label={t('request.registered')}>{field.registeredShown || <i>{t('request.nothing')}</i>}</td>
              )}
              <td data-label={t(change ? 'request.new' : 'request.value')}>
                <b>{field.shown || t('request.nothing')}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {request.reason && <p className="affair-reason">{t('request.reasonIs', { reason: request.reason })}</p>}
    </Section>
  );
}

function Choose({ request, form }: { request: AgencyRequest; form: KeptForm<RequestDraft> }) {
  const { t } = useTranslation('agency-affairs');
  const { values } = form.draft;
  const toggle = (code: string, registered: AffairValue) => {
    const next = { ...values };
    if (code in next) delete next[code];
    else next[code] = registered;
    form.change({ values: next });
  };
  return (
    <fieldset className="affair-choose">
      <legend>{t('request.choose')}</legend>
      {request.fields.map((field) => (
        <label key={field.code} className={field.code in values ? 'on' : undefined}>
          <input
            type="checkbox"
            className="sr-only"
            checked={field.code in values}
            onChange={() => toggle(field.code, field.registered)}
          />
          {field.label}
        </label>
      ))}
    </fieldset>
  );
}

function Editing({ request, form }: { request: AgencyRequest; form: KeptForm<RequestDraft> }) {
  const { t } = useTranslation('agency-affairs');
  const { values, effectiveOn, reason } = form.draft;
  const change = request.kind === 'change';
  const shown = change ? request.fields.filter((field) => field.code in values) : request.fields;
  const invalid = (code: string) =>
    request.findings.find((one) => one.level === 'block' && one.field === code && one.code === 'invalid')?.text;
  return (
    <Section title={t(change ? 'request.changes' : 'request.content')} note={<SaveState form={form} />}>
      {form.save.error && <ErrorBox error={form.save.error} onRetry={form.retry} />}
      {change && <Choose request={request} form={form} />}
      <div className="affair-form">
        {shown.map((field) => (
          <div key={field.code} className={field.type === 'kinds' ? 'wide' : undefined}>
            <AffairControl
              field={field}
              value={values[field.code] ?? null}
              problem={invalid(field.code)}
              onChange={(value) => form.change({ values: { ...values, [field.code]: value } })}
            />
            {change && (
              <p className="affair-was">{t('request.was', { value: field.registeredShown || t('request.nothing') })}</p>
            )}
          </div>
        ))}
        {change && (
          <>
            <Field label={t('request.effectiveOn')} help={t('request.effectiveHelp')}>
              {(names) => (
                <DatePicker
                  {...names}
                  value={effectiveOn === null ? null : dayjs(effectiveOn)}
                  onChange={(day) => form.change({ effectiveOn: day?.isValid() ? day.format('YYYY-MM-DD') : null })}
                />
              )}
            </Field>
            <Field label={`${t('request.reason')}${t('optional')}`}>
              {(names) => (
                <Input
                  {...names}
                  value={reason}
                  maxLength={500}
                  onChange={(event) => form.change({ reason: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
      </div>
    </Section>
  );
}

/** A registration or a change with its file: written by who may, otherwise read beside the register. */
export function RequestView({ request }: { request: AgencyRequest }) {
  const [initial] = useState(() => draftOf(request));
  const form = useKeptForm<RequestDraft>(initial, request.version, (draft, version) =>
    api.saveAgencyRequest({
      params: { id: request.id },
      body: { ...draft, values: { ...draft.values } as never, version },
    }),
  );
  const open = ['draft', 'returned', 'submitted'].includes(request.state);
  return (
    <ProcedurePanel
      fileId={request.fileId}
      refreshes={affairKeys}
      renderDialog={({ onClose, action }) =>
        form.dirty && action.action === 'submit' ? <WaitForSave form={form} onClose={onClose} /> : undefined
      }
    >
      {request.maySave ? <Editing request={request} form={form} /> : <Compared request={request} />}
      {open && <Findings findings={request.findings} />}
    </ProcedurePanel>
  );
}
