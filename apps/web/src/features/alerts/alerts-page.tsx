import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { OfParty } from '../../components/of-party.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { useAlertColumns } from './alert-columns.tsx';
import { LevelTag } from './alert-words.tsx';
import { HandleDialog, type HandleWay } from './handle-dialog.tsx';
import { type AlertKind, KindList } from './kind-list.tsx';
import './alerts.css';

const filters = ['q', 'code', 'level', 'town', 'party', 'handled'] as const;
const levels = ['late', 'soon', 'info'] as const;

/** What the address says, but for `handled`: without it only what still waits is asked for. */
function queryOf(state: ListState): Record<string, string | number> {
  const { handled = 'false', ...rest } = state.query;
  return handled === 'all' ? rest : { ...rest, handled };
}

function Filters({ state, kinds }: { state: ListState; kinds: readonly AlertKind[] }) {
  const { t } = useTranslation('alerts');
  const { towns } = usePlaceOptions();
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} width={230} />
      <span className="alert-kind-choice">
        <ChoiceFilter
          state={state}
          name="code"
          label={t('kinds')}
          single
          options={kinds.map((kind) => ({ value: kind.code, label: kind.label }))}
        />
      </span>
      <ChoiceFilter
        state={state}
        name="level"
        label={t('levelFilter')}
        options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <ChoiceFilter state={state} name="town" label={t('column.town')} options={towns} />
      <ChoiceFilter
        state={state}
        name="handled"
        label={t('state.false')}
        single
        options={(['true', 'all'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterBar>
  );
}

/** What the chosen kind of alert means: its rule in words and the article it follows. */
function KindNote({ kind }: { kind: AlertKind }) {
  const { t } = useTranslation('alerts');
  return (
    <section className="alert-kind-note" aria-label={kind.label}>
      <b>{kind.label}</b> <LevelTag level={kind.level} />
      <p>
        {t('rule')} {kind.sentence}
        {kind.article && (
          <>
            <br />
            {t('column.article')} {kind.article}
          </>
        )}
      </p>
    </section>
  );
}

function Bulk({ handled, onChoose }: { handled: boolean; onChoose: (way: HandleWay) => void }) {
  const { t } = useTranslation('alerts');
  return (
    <span className="row">
      {!handled && (
        <>
          <Button size="small" type="primary" onClick={() => onChoose('done')}>
            {t('handle.done.ok')}
          </Button>
          <Button size="small" onClick={() => onChoose('later')}>
            {t('handle.later.open')}
          </Button>
        </>
      )}
      <Button size="small" type={handled ? 'primary' : 'text'} onClick={() => onChoose('undo')}>
        {t('handle.undo.ok')}
      </Button>
    </span>
  );
}

/** What falls due or is amiss, soonest first: by kind, with the rule behind it and what to do. */
export function Page() {
  const { t, i18n } = useTranslation(['alerts', 'cultivation', 'common']);
  const navigate = useNavigate();
  const mayHandle = can(useMe(), permissions.handleAlerts);
  const state = useListState({ filters, sort: 'dueOn' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [way, setWay] = useState<HandleWay>();
  const asked = queryOf(state);
  const query = useQuery({
    queryKey: ['alerts', asked, i18n.language],
    queryFn: ({ signal }) => api.listAlerts({ query: addressQuery<'listAlerts'>(asked) }, signal),
    placeholderData: keepPreviousData,
  });
  const kinds = query.data?.byCode ?? [];
  const { page: _page, pageSize: _size, sort: _sort, ...exported } = asked;
  const note = kinds.find((kind) => kind.code === state.filters.code);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            {state.filters.party && <OfParty state={state} />}
            {query.data && <FreshnessLine of={query.data.freshness} />}
          </>
        }
        actions={<Button onClick={() => navigate('/alerts/digest')}>{t('digest.open')}</Button>}
      />
      <div className="alert-layout">
        {query.data ? (
          <KindList kinds={kinds} chosen={state.filters.code} onChoose={(code) => state.set({ code })} />
        ) : (
          <SkeletonLines lines={12} />
        )}
        <div className="alert-rows">
          {note && <KindNote kind={note} />}
          <DataTable
            id="alerts"
            label={t('title')}
            columns={useAlertColumns()}
            query={query}
            state={state}
            rowKey={(item) => item.key}
            exportUrl={urlOf(routes.exportAlerts, { query: addressQuery<'exportAlerts'>(exported) })}
            filters={<Filters state={state} kinds={kinds} />}
            empty={{ title: t('empty'), text: t('emptyText') }}
            {...(mayHandle ? { selection: { keys: chosen, onChange: setChosen } } : {})}
            bulk={<Bulk handled={state.filters.handled === 'true'} onChoose={setWay} />}
          />
        </div>
      </div>
      {way && (
        <HandleDialog
          keys={[...chosen]}
          way={way}
          onClose={() => setWay(undefined)}
          onDone={() => {
            setWay(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </div>
  );
}
