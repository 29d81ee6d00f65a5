import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ControlProps, FieldControl } from './field-control.tsx';
import { useFieldWords } from './field-words.ts';
import { emptyValues, type FieldSpec, type FormValue, type FormValues } from './schema-fields.ts';
import './action-form.css';

interface ActionFieldsProps {
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** Sentences by path. */
  readonly problems: ReadonlyMap<string, string>;
  /** Before the names of these fields in a path: `instalments.0.` */
  readonly at?: string;
}

interface RowsProps {
  readonly path: string;
  /** Sentences by path. */
  readonly problems: ReadonlyMap<string, string>;
}

/** A list of rows: instalments, scores, members. */
function FieldRows({ field, value, onChange, path, problems }: Omit<ControlProps, 'names'> & RowsProps) {
  const { t } = useTranslation('procedures');
  const words = useFieldWords();
  const rows = Array.isArray(value) ? (value as readonly FormValues[]) : [];
  const put = (at: number, row: FormValues) => onChange(rows.map((one, index) => (index === at ? row : one)));
  return (
    <div className="field-rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <fieldset key={at}>
          <legend>{t('row.nth', { label: words.label(field), n: at + 1 })}</legend>
          <ActionFields
            fields={field.columns}
            values={row}
            problems={problems}
            at={`${path}.${at}.`}
            onChange={(next) => put(at, next)}
          />
          <Button type="text" size="small" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
            {t('row.remove')}
          </Button>
        </fieldset>
      ))}
      <Button size="small" onClick={() => onChange([...rows, emptyValues(field.columns)])}>
        {t('row.add')}
      </Button>
    </div>
  );
}

/** What an action asks for, one labelled control below the other, each with its own sentence when it is wrong. */
export function ActionFields({ fields, values, onChange, problems, at = '' }: ActionFieldsProps) {
  const { t } = useTranslation('procedures');
  const words = useFieldWords();
  const id = useId();
  const put = (field: FieldSpec) => (value: FormValue) => onChange({ ...values, [field.name]: value });
  return (
    <div className="action-fields">
      {fields.map((field) => {
        const path = `${at}${field.name}`;
        const problem = problems.get(path);
        const note = problem ?? words.help(field);
        const names = {
          id: `${id}${field.name}`,
          'aria-describedby': note ? `${id}${field.name}-note` : undefined,
          'aria-invalid': problem !== undefined,
        };
        const label = words.label(field);
        return (
          <div key={field.name} className={problem ? 'action-field wrong' : 'action-field'}>
            {field.kind === 'rows' || field.kind === 'boolean' ? (
              field.kind === 'rows' && <span className="action-label">{label}</span>
            ) : (
              <label className="action-label" htmlFor={names.id}>
                {label}
                {!field.required && <small>{t('optional')}</small>}
              </label>
            )}
            {field.kind === 'rows' ? (
              <FieldRows
                field={field}
                value={values[field.name]}
                onChange={put(field)}
                path={path}
                problems={problems}
              />
            ) : (
              <FieldControl field={field} value={values[field.name]} onChange={put(field)} names={names} />
            )}
            {note && (
              <p id={`${id}${field.name}-note`} className={problem ? 'late' : 'muted'}>
                {note}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
