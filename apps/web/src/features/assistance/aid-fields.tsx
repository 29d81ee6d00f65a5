import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { AID_KINDS, type AidKind } from './aid-query.ts';

export interface AidDraft {
  readonly kinds: readonly AidKind[];
  readonly title: string;
  readonly facts: string;
  readonly wish: string;
  readonly opponentName: string;
  readonly opponentCode: string;
  readonly rights: readonly string[];
}

export const emptyAid: AidDraft = {
  kinds: [],
  title: '',
  facts: '',
  wish: '',
  opponentName: '',
  opponentCode: '',
  rights: [],
};

export const isAidComplete = (draft: AidDraft) =>
  draft.kinds.length > 0 &&
  draft.title.trim().length >= 4 &&
  draft.facts.trim().length >= 4 &&
  draft.wish.trim().length >= 2;

export const aidToSend = (draft: AidDraft) => ({
  kinds: [...draft.kinds],
  title: draft.title.trim(),
  facts: draft.facts.trim(),
  wish: draft.wish.trim(),
  opponentName: draft.opponentName.trim() || null,
  opponentCode: draft.opponentCode.trim() || null,
  rights: draft.rights
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((number) => ({ kind: 'other' as const, number, name: null })),
});

interface Props {
  readonly value: AidDraft;
  readonly onChange: (draft: AidDraft) => void;
}

/** What a request for rights aid says, to be typed at the desk or in the portal. */
export function AidFields({ value, onChange }: Props) {
  const { t } = useTranslation('assistance');
  const set = (change: Partial<AidDraft>) => onChange({ ...value, ...change });
  const area = (name: 'facts' | 'wish', rows: number, max: number) => (
    <Field label={t(`field.${name}`)} help={t(`field.${name}Help`)}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: rows, maxRows: 14 }}
          value={value[name]}
          maxLength={max}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="field">
        <span id="aid-kinds">{t('field.kinds')}</span>
        <Checkbox.Group
          className="aid-kinds"
          aria-labelledby="aid-kinds"
          value={[...value.kinds]}
          onChange={(kinds) => set({ kinds: kinds as AidKind[] })}
          options={AID_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </div>
      <Field label={t('field.title')}>
        {(ids) => (
          <Input {...ids} value={value.title} maxLength={200} onChange={(e) => set({ title: e.target.value })} />
        )}
      </Field>
      {area('facts', 4, 8000)}
      {area('wish', 2, 2000)}
      <Field label={t('field.opponent')} help={t('field.opponentHelp')}>
        {(ids) => (
          <Input
            {...ids}
            value={value.opponentName}
            maxLength={200}
            onChange={(e) => set({ opponentName: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('field.opponentCode')}>
        {(ids) => (
          <Input
            {...ids}
            value={value.opponentCode}
            maxLength={18}
            onChange={(e) => set({ opponentCode: e.target.value })}
          />
        )}
      </Field>
      <div className="field">
        <span>{t('field.rights')}</span>
        {value.rights.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
          <div key={at} className="row aid-right">
            <Input
              value={one}
              maxLength={60}
              aria-label={t('field.rights')}
              onChange={(e) => set({ rights: value.rights.map((each, n) => (n === at ? e.target.value : each)) })}
            />
            <Button onClick={() => set({ rights: value.rights.filter((_, n) => n !== at) })}>
              {t('field.remove')}
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => set({ rights: [...value.rights, ''] })}>
          {t('field.addRight')}
        </Button>
      </div>
    </>
  );
}
