import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';

export interface Content {
  readonly title: string;
  readonly facts: string;
  readonly request: string;
  readonly suspects: readonly { readonly name: string; readonly uscc: string | null; readonly natural: boolean }[];
  readonly amountFen: number | null;
}

export const emptyContent: Content = { title: '', facts: '', request: '', suspects: [], amountFen: null };

export const isComplete = (content: Content) =>
  content.title.trim().length >= 4 && content.facts.trim().length >= 4 && content.request.trim().length >= 2;

/** The content as it is sent: names without blanks, rows that name nobody left out. */
export const toSend = (content: Content) => ({
  title: content.title.trim(),
  facts: content.facts.trim(),
  request: content.request.trim(),
  suspects: content.suspects
    .filter((one) => one.name.trim() !== '')
    .map((one) => ({ ...one, name: one.name.trim(), uscc: one.uscc?.trim() || null })),
  amountFen: content.amountFen,
});

interface Props {
  readonly value: Content;
  readonly onChange: (content: Content) => void;
}

function Suspects({ value, onChange }: Props) {
  const { t } = useTranslation('coordination');
  const change = (at: number, name: string) =>
    onChange({ ...value, suspects: value.suspects.map((one, index) => (index === at ? { ...one, name } : one)) });
  return (
    <div className="field">
      <span className="field-title">{t('content.suspects')}</span>
      {value.suspects.map((one, at) => (
        // Rows have no name of their own while they are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are added and taken from the end or by their place alone
        <div className="row suspect-row" key={at}>
          <Input
            value={one.name}
            maxLength={200}
            aria-label={t('content.suspects')}
            onChange={(event) => change(at, event.target.value)}
          />
          <Button onClick={() => onChange({ ...value, suspects: value.suspects.filter((_, index) => index !== at) })}>
            {t('content.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange({ ...value, suspects: [...value.suspects, { name: '', uscc: null, natural: false }] })}
      >
        {t('content.addSuspect')}
      </Button>
    </div>
  );
}

/** What a hand-over says, to be typed. */
export function ContentFields({ value, onChange }: Props) {
  const { t } = useTranslation('coordination');
  return (
    <>
      <Field label={t('content.title')}>
        {(ids) => (
          <Input
            {...ids}
            value={value.title}
            maxLength={200}
            onChange={(event) => onChange({ ...value, title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('content.facts')} help={t('content.factsHelp')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 5, maxRows: 16 }}
            value={value.facts}
            maxLength={8000}
            onChange={(event) => onChange({ ...value, facts: event.target.value })}
          />
        )}
      </Field>
      <Suspects value={value} onChange={onChange} />
      <Field label={t('content.amount')}>
        {(ids) => (
          <InputNumber
            {...ids}
            style={{ width: 220 }}
            min={0}
            precision={2}
            value={value.amountFen === null ? null : value.amountFen / 100}
            onChange={(yuan) => onChange({ ...value, amountFen: yuan === null ? null : Math.round(yuan * 100) })}
          />
        )}
      </Field>
      <Field label={t('content.request')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={value.request}
            maxLength={2000}
            onChange={(event) => onChange({ ...value, request: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
