import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { useNiceOptions } from '../../lib/options.ts';

/** Short enough to feel at once, long enough not to ask for each key. */
const PAUSE_MS = 180;
const MOST_SIGNS = 300;

/** The text of the mark; it goes into the address when typing pauses. */
function MarkText({ state }: { state: ListState }) {
  const { t } = useTranslation('trademark-search');
  const given = state.filters.text ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  const { set } = state;
  useEffect(() => {
    if (text === given) return;
    const timer = setTimeout(() => set({ text: text.trim() === '' ? undefined : text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, given, set]);
  return (
    <Field label={t('text')}>
      {(ids) => (
        <Input
          {...ids}
          className="mark-text"
          size="large"
          value={text}
          maxLength={MOST_SIGNS}
          placeholder={t('textHint')}
          autoComplete="off"
          autoFocus
          allowClear
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Field>
  );
}

const list = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? [];

/** What is asked: the mark, the goods it is for, and which marks count. */
export function SearchForm({ state, byText }: { state: ListState; byText: boolean }) {
  const { t } = useTranslation('trademark-search');
  const classes = useNiceOptions();
  const scoped = Boolean(state.filters.classes || state.filters.groups);
  return (
    <search className="mark-form panel" aria-label={t('title')}>
      {byText && <MarkText state={state} />}
      <div className="mark-filters">
        <Field label={t('classes')}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              value={list(state.filters.classes)}
              options={classes}
              optionFilterProp="label"
              placeholder={t('classesHint')}
              maxTagCount="responsive"
              allowClear
              onChange={(next: string[]) => state.set({ classes: next.join(',') || undefined })}
            />
          )}
        </Field>
        <Field label={t('groups')}>
          {({ id }) => (
            <Select
              id={id}
              mode="tags"
              value={list(state.filters.groups)}
              open={false}
              suffixIcon={null}
              placeholder={t('groupsHint')}
              tokenSeparators={[',', '，', ' ', '、']}
              onChange={(next: string[]) =>
                state.set({ groups: next.filter((code) => /^\d{4}$/.test(code)).join(',') || undefined })
              }
            />
          )}
        </Field>
        <Field label={t('goods')}>
          {({ id }) => (
            <Select
              id={id}
              value={state.filters.goods ?? 'any'}
              disabled={!scoped}
              options={(['any', 'related', 'same'] as const).map((value) => ({
                value,
                label: t(`goodsChoice.${value}`),
              }))}
              onChange={(next: string) => state.set({ goods: next === 'any' ? undefined : next })}
            />
          )}
        </Field>
        <Field label={t('state')}>
          {({ id }) => (
            <Select
              id={id}
              value={state.filters.state ?? 'living'}
              options={(['living', 'all'] as const).map((value) => ({ value, label: t(`stateChoice.${value}`) }))}
              onChange={(next: string) => state.set({ state: next === 'living' ? undefined : next })}
            />
          )}
        </Field>
      </div>
    </search>
  );
}
