import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import { ErrorBox } from '../error-box.tsx';
import { ProcedurePanel } from '../procedure-panel/procedure-panel.tsx';
import { Section } from '../section.tsx';
import { AffairControl } from './affair-control.tsx';
import { type AffairValue, type AnnualReport, affairKeys } from './affair-query.ts';
import { Findings } from './findings.tsx';
import { SaveState, WaitForSave } from './save-state.tsx';
import { type KeptForm, useKeptForm } from './use-kept-form.ts';
import './affairs.css';

interface ReportDraft {
  readonly values: Readonly<Record<string, AffairValue>>;
  readonly explanations: Readonly<Record<string, string>>;
}
type ReportField = AnnualReport['groups'][number]['fields'][number];

const fieldsOf = (report: AnnualReport) => report.groups.flatMap((group) => group.fields);
const draftOf = (report: AnnualReport): ReportDraft => ({
  values: Object.fromEntries(fieldsOf(report).map((field) => [field.code, field.value])),
  explanations: Object.fromEntries(
    fieldsOf(report).flatMap((field) => (field.explanation === null ? [] : [[field.code, field.explanation]])),
  ),
});

function useShown() {
  const { t } = useTranslation('agency-affairs');
  return (field: ReportField): string => {
    const { value } = field;
    if (value === null || value === '') return t('request.nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (field.type === 'money' && typeof value === 'number') return `${formatYuan(value)} ${t('yuan')}`;
    return `${Array.isArray(value) ? value.join('、') : value}${field.unit === null ? '' : ` ${field.unit}`}`;
  };
}

function Edited({ field, form }: { field: ReportField; form: KeptForm<ReportDraft> }) {
  const { t } = useTranslation('agency-affairs');
  const { values, explanations } = form.draft;
  return (
    <div className={field.contradiction ? 'report-field contradicting' : 'report-field'}>
      <AffairControl
        field={field}
        value={values[field.code] ?? null}
        onChange={(value) => form.change({ values: { ...values, [field.code]: value } })}
      />
      {field.registered && (
        <p className="affair-was">
          {t('report.registered', {
            value: field.registered.shown || t('request.nothing'),
            source: field.registered.source,
          })}
        </p>
      )}
      {field.contradiction && (
        <div className="report-explain">
          <span>{field.contradiction}</span>
          <Input
            value={explanations[field.code] ?? ''}
            maxLength={500}
            placeholder={t('report.explain')}
            aria-label={`${field.label}：${t('report.explain')}`}
            onChange={(event) => form.change({ explanations: { ...explanations, [field.code]: event.target.value } })}
          />
        </div>
      )}
    </div>
  );
}

function Group({ group, form }: { group: AnnualReport['groups'][number]; form: KeptForm<ReportDraft> }) {
  return (
    <Section title={group.label}>
      <div className="affair-form">
        {group.fields.map((field) => (
          <Edited key={field.code} field={field} form={form} />
        ))}
      </div>
    </Section>
  );
}

/** The report beside the register, as it is checked: what contradicts stands out with its explanation. */
function Read({ report }: { report: AnnualReport }) {
  const { t } = useTranslation('agency-affairs');
  const shown = useShown();
  return (
    <>
      {report.groups.map((group) => (
        <Section key={group.code} title={group.label} flush>
          <table className="affair-table">
            <thead>
              <tr>
                <th scope="col">{t('request.field')}</th>
                <th scope="col">{t('report.reported')}</th>
                <th scope="col">{t('request.registered')}</th>
              </tr>
            </thead>
            <tbody>
              {group.fields.map((field) => (
                <tr key={field.code} className={field.contradiction ? 'contradicting' : undefined}>
                  <th scope="row">{field.label}</th>
                  <td data-label={t('report.reported')}>
                    <b>{shown(field)}</b>
                    {field.contradiction && <small className="warn">{field.contradiction}</small>}
                    {field.contradiction && (
                      <small>{t('report.explained', { text: field.explanation ?? t('request.nothing') })}</small>
                    )}
                  </td>
                  <td data-label={t('request.registered')}>
                    {field.registered ? field.registered.shown || <i>{t('request.nothing')}</i> : <i>—</i>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </>
  );
}

/** An annual report with its file. */
export function ReportView({ report }: { report: AnnualReport }) {
  const { t } = useTranslation('agency-affairs');
  const [initial] = useState(() => draftOf(report));
  const form = useKeptForm<ReportDraft>(initial, report.version, (draft, version) =>
    api.saveAnnualReport({
      params: { id: report.id },
      body: { values: { ...draft.values } as never, explanations: { ...draft.explanations }, version },
    }),
  );
  return (
    <ProcedurePanel
      fileId={report.fileId}
      refreshes={affairKeys}
      renderDialog={({ onClose, action }) =>
        form.dirty && action.action === 'submit' ? <WaitForSave form={form} onClose={onClose} /> : undefined
      }
    >
      {report.maySave ? (
        <>
          <p className="affair-save">
            {t('report.prefilled')} <SaveState form={form} />
          </p>
          {form.save.error && <ErrorBox error={form.save.error} onRetry={form.retry} />}
          {report.groups.map((group) => (
            <Group key={group.code} group={group} form={form} />
          ))}
          <Findings findings={report.hindrances} note={t('report.hindrances')} />
        </>
      ) : (
        <Read report={report} />
      )}
    </ProcedurePanel>
  );
}
