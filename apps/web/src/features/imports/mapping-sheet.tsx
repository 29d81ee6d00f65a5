import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatShare } from '../../lib/format.ts';
import type { ImportKind, SheetMapping } from './import-query.ts';
import { type MappingDraft, missingFields, setField, setIncluded } from './mapping-draft.ts';

interface SheetProps {
  readonly sheet: SheetMapping;
  readonly index: number;
  readonly draft: MappingDraft;
  readonly kind: ImportKind | undefined;
  /** The draft is for the kind the server guessed, so its basis still says something. */
  readonly sameKind: boolean;
  readonly editable: boolean;
  readonly onChange: (draft: MappingDraft) => void;
}
type ColumnMapping = SheetMapping['columns'][number];

/** Spreadsheet letter of a column: 0 → A, 26 → AA. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const basisTone = (column: ColumnMapping): Tone => {
  if (column.basis === 'none') return 'plain';
  return column.basis === 'similar' || column.basis === 'content' || column.confidence < 0.7 ? 'warn' : 'good';
};

function Basis({ column, field, sameKind }: { column: ColumnMapping; field: string | null; sameKind: boolean }) {
  const { t } = useTranslation('imports');
  if (!sameKind || field !== column.field)
    return field === null ? null : <StatusTag tone="info">{t(sameKind ? 'basis.person' : 'basis.alias')}</StatusTag>;
  if (field === null) return <span className="muted">{t('basis.none')}</span>;
  return (
    <StatusTag tone={basisTone(column)}>
      {t(`basis.${column.basis}`)}
      {column.confidence > 0 && column.confidence < 1 && ` ${formatShare(column.confidence)}`}
    </StatusTag>
  );
}

function ColumnRow({
  column,
  props,
  options,
}: {
  column: ColumnMapping;
  props: SheetProps;
  options: { value: string; label: string; required: boolean }[];
}) {
  const { t } = useTranslation('imports');
  const { draft, index, kind, editable, sameKind } = props;
  const field = draft.sheets[index]?.fields[column.index] ?? null;
  return (
    <tr className={field === null ? 'left-out' : undefined}>
      <td className="mono muted">{letterOf(column.index)}</td>
      <td>
        <b>{column.header || <span className="muted">{t('map.noHeader')}</span>}</b>
      </td>
      <td>
        <Select
          value={field ?? ''}
          disabled={!editable || !kind}
          aria-label={t('map.fieldOf', { header: column.header })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(next: string) => props.onChange(setField(draft, index, column.index, next || null))}
          options={[{ value: '', label: t('map.leaveOut') }, ...options]}
          optionRender={(option) => (
            <>
              {option.label}
              {(option.data as { required?: boolean }).required && <span className="late"> *</span>}
            </>
          )}
        />
      </td>
      <td>
        <Basis column={column} field={field} sameKind={sameKind} />
      </td>
      <td className="samples">
        {column.samples.slice(0, 3).map((sample, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal samples are told apart by their place only
          <span key={at}>{sample}</span>
        ))}
      </td>
    </tr>
  );
}

/** One sheet: its header row as found, and for each column what it feeds and why it was taken so. */
export function MappingSheet(props: SheetProps) {
  const { t } = useTranslation('imports');
  const { sheet, index, draft, kind, editable } = props;
  const own = draft.sheets[index];
  if (!own) return null;
  const missing = missingFields(kind, own);
  const options = (kind?.fields ?? []).map((one) => ({ value: one.name, label: one.label, required: one.required }));
  const fed = Object.values(own.fields).filter(Boolean).length;
  return (
    <Section
      title={sheet.sheet || t('map.onlySheet')}
      note={[
        t('map.headerLine', { line: sheet.headerLine }),
        own.included && t('map.fed', { fed, of: sheet.columns.length }),
        sheet.note,
      ]
        .filter(Boolean)
        .join(' · ')}
      extra={
        <Checkbox
          checked={own.included}
          disabled={!editable}
          onChange={(event) => props.onChange(setIncluded(draft, index, event.target.checked))}
        >
          {t('map.include')}
        </Checkbox>
      }
      flush={own.included}
    >
      {own.included ? (
        <>
          {missing.length > 0 && (
            <p className="map-missing" role="alert">
              {t('map.missing', { fields: missing.map((field) => field.label).join(t('comma')) })}
            </p>
          )}
          {sheet.titleLines.length > 0 && (
            <p className="map-titles muted">{t('map.titleLines', { text: sheet.titleLines.join(' / ') })}</p>
          )}
          <div className="map-scroll">
            <table className="map-table">
              <thead>
                <tr>
                  <th>{t('map.column')}</th>
                  <th>{t('map.header')}</th>
                  <th>{t('map.field')}</th>
                  <th>{t('map.basis')}</th>
                  <th>{t('map.samples')}</th>
                </tr>
              </thead>
              <tbody>
                {sheet.columns.map((column) => (
                  <ColumnRow key={column.index} column={column} props={props} options={options} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : (
        <p className="muted">{t('map.excluded')}</p>
      )}
    </Section>
  );
}
