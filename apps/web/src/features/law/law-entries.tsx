import type { LawEntryView } from '@jince/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { CheckVersion } from './check-version.tsx';

type Version = LawEntryView['versions'][number];
interface Chosen {
  readonly entry: LawEntryView;
  readonly version: Version;
}

const KINDS = ['value', 'clock', 'offence', 'crime', 'behaviour', 'revision', 'credit', 'rule'] as const;

function Mark({ version }: { version: Version }) {
  const { t } = useTranslation('law');
  const { checked, verify } = version;
  if (checked !== null)
    return (
      <StatusTag
        tone={checked.outcome === 'confirmed' ? 'good' : 'late'}
        title={t('checkedBy', { by: checked.by, at: checked.at.slice(0, 10), basis: checked.basis })}
      >
        {t(`checked.${checked.outcome}`)}
      </StatusTag>
    );
  if (verify === null) return null;
  return (
    <StatusTag tone="warn" title={verify}>
      {t('verify')}
    </StatusTag>
  );
}

function VersionRow({
  entry,
  version,
  today,
  onCheck,
}: Chosen & { today: string; onCheck?: (chosen: Chosen) => void }) {
  const { t } = useTranslation('law');
  const standing = version.inForce ? 'inForce' : version.from > today ? 'later' : 'past';
  return (
    <li className={standing}>
      <span className="law-span">
        <span className="mono">
          {version.to === null
            ? t('from', { from: version.from })
            : t('fromTo', version as { from: string; to: string })}
        </span>
        <small>{t(standing)}</small>
      </span>
      <span className="law-text">{version.text}</span>
      <span className="law-basis">
        {version.article}
        {version.verify !== null && version.checked === null && <small>{version.verify}</small>}
        {version.checked !== null && (
          <small>
            {t('checkedBy', {
              by: version.checked.by,
              at: version.checked.at.slice(0, 10),
              basis: version.checked.basis,
            })}
          </small>
        )}
      </span>
      <span className="law-mark">
        <Mark version={version} />
        {onCheck && (
          <Button type="link" size="small" onClick={() => onCheck({ entry, version })}>
            {t('check')}
          </Button>
        )}
      </span>
    </li>
  );
}

function matches(entry: LawEntryView, q: string): boolean {
  const text = [entry.label, entry.key, ...entry.versions.map((one) => one.article)].join(' ').toLowerCase();
  return text.includes(q.toLowerCase());
}

/** Everything kept as law, version by version; what waits for somebody to compare it with its source is marked. */
export function LawEntries({ items, today }: { items: readonly LawEntryView[]; today: string }) {
  const { t } = useTranslation('law');
  const me = useMe();
  const state = useListState({ filters: ['kind', 'q', 'open'] });
  const [chosen, setChosen] = useState<Chosen>();
  const { kind, q, open } = state.filters;
  const shown = items.filter(
    (one) =>
      (kind === undefined || kind.split(',').includes(one.kind)) &&
      (q === undefined || matches(one, q)) &&
      (open === undefined || one.open > 0 === (open === 'true')),
  );
  const waiting = shown.reduce((sum, one) => sum + one.open, 0);
  const check = can(me, permissions.checkLaw) ? { onCheck: setChosen } : {};
  return (
    <>
      <FilterBar state={state}>
        <TextFilter state={state} name="q" label={t('search')} />
        <ChoiceFilter
          state={state}
          name="kind"
          label={t('kind.all')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <FlagFilter state={state} name="open" label={t('verify')} />
        <span className="muted">{t('count', { total: shown.length, open: waiting })}</span>
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="law-entries panel">
          {shown.map((entry) => (
            <li key={entry.entry}>
              <div className="law-name">
                <b>{entry.label}</b>
                <small>
                  {t(`kind.${entry.kind}`)} · <span className="mono">{entry.key}</span>
                </small>
              </div>
              <ul>
                {entry.versions.map((version) => (
                  <VersionRow key={version.from} entry={entry} version={version} today={today} {...check} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {chosen && <CheckVersion {...chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
