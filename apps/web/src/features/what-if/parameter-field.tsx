import type { WhatIfParameter } from '@jince/contract';
import { InputNumber, Select, Slider } from 'antd';
import { useTranslation } from 'react-i18next';

interface FieldProps {
  readonly parameter: WhatIfParameter;
  readonly label: string;
  readonly value: WhatIfParameter['value'];
  readonly onChange: (value: WhatIfParameter['value']) => void;
  /** A slider as well, for what is moved most. */
  readonly slide: boolean;
}

/** How a stored number is written: fen as yuan, parts per million as percent. */
const SCALE: Partial<Record<WhatIfParameter['kind'], number>> = { fen: 100, ppm: 10_000 };

/** Twice the value, rounded up to a round number, so that a slider may go both ways. */
function endOf(base: number, value: number): number {
  const most = Math.max(base * 2, value, 1);
  const size = 10 ** Math.floor(Math.log10(most));
  return Math.ceil(most / size) * size;
}

/** One to two hundred steps over the length of the slider. */
const stepOf = (end: number) => 10 ** Math.max(0, Math.floor(Math.log10(end)) - 2);

function NumberField({ parameter, label, value, onChange, slide }: FieldProps) {
  const { t } = useTranslation('what-if');
  const scale = SCALE[parameter.kind] ?? 1;
  const shown = typeof value === 'number' ? value / scale : null;
  const base = typeof parameter.base === 'number' ? parameter.base / scale : 0;
  const unit = parameter.kind === 'fen' ? t('yuan') : parameter.kind === 'ppm' ? '%' : '';
  const put = (next: number | null) => {
    if (next === null && !parameter.nullable) return;
    onChange(next === null ? null : Math.round(next * scale));
  };
  const end = endOf(base, shown ?? 0);
  return (
    <>
      <InputNumber<string | number>
        size="small"
        min={parameter.kind === 'count' ? 1 : 0}
        value={shown}
        placeholder={t('noLimit')}
        suffix={unit}
        controls={false}
        formatter={(text) => String(text ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
        // As text: an empty field stays empty, it is not nought.
        parser={(text) => (text ?? '').replaceAll(',', '')}
        onChange={(next) => put(typeof next === 'number' && Number.isFinite(next) ? next : null)}
        aria-label={label}
      />
      {slide && (
        <Slider
          min={0}
          max={end}
          step={stepOf(end)}
          value={shown ?? end}
          onChange={put}
          tooltip={{ open: false }}
          ariaLabelForHandle={label}
        />
      )}
    </>
  );
}

function DayField({ label, value, onChange }: FieldProps) {
  return (
    <input
      type="date"
      className="what-if-day"
      value={String(value ?? '')}
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
      aria-label={label}
    />
  );
}

function ChoiceField({ parameter, label, value, onChange }: FieldProps) {
  const { t } = useTranslation('what-if');
  return (
    <Select
      size="small"
      value={String(value)}
      onChange={onChange}
      options={parameter.options.map((option) => ({ value: option, label: t(`choice.${option}`) }))}
      aria-label={label}
    />
  );
}

/** One parameter: what it is, its value, and what it was when that is another. */
export function ParameterField(props: FieldProps) {
  const { t } = useTranslation('what-if');
  const { parameter, label, value, onChange, slide } = props;
  const moved = value !== parameter.base;
  const Field = parameter.kind === 'day' ? DayField : parameter.kind === 'choice' ? ChoiceField : NumberField;
  const classes = ['what-if-field', slide ? 'slides' : '', moved ? 'moved' : ''].filter(Boolean).join(' ');
  return (
    <div className={classes}>
      <span className="what-if-label">
        {label}
        {moved && (
          <button type="button" className="link" onClick={() => onChange(parameter.base)} title={t('backTo')}>
            {t('back')}
          </button>
        )}
      </span>
      <Field {...props} />
    </div>
  );
}
