import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import { type ImportDetail, type ImportRow, importRowQuery } from './import-query.ts';
import { useRowList, useRowListState } from './row-list.tsx';
import { type Decision, useDecide } from './use-decide.ts';
import { useRowParam } from './use-row-param.ts';

const tones: Record<string, Tone> = { warning: 'plain', doubtful: 'warn', refused: 'late' };

function Issues({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  if (row.issues.length === 0) return <p className="soft">{t('row.noIssues')}</p>;
  return (
    <ul className="row-issue-list">
      {row.issues.map((issue) => (
        <li key={issue.code + issue.text}>
          <StatusTag tone={tones[issue.severity] ?? 'plain'}>{t(`severity.${issue.severity}`)}</StatusTag>
          <div>
            {issue.fieldLabel && <b>{issue.fieldLabel} </b>}
            {issue.text}
            {issue.suggestion && (
              <div className="suggestion">
                {t('row.suggestion')} <b className="mono">{issue.suggestion}</b>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Cell as it stands in the file, beside what was understood of it. */
function Cells({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const values = new Map(row.values.map((value) => [value.field, value]));
  const changes = new Map(row.changes.map((change) => [change.field, change]));
  const troubled = new Set(row.issues.map((issue) => issue.field));
  const used = row.raw.filter((cell) => cell.field !== null);
  const unused = row.raw.filter((cell) => cell.field === null && cell.value !== '');
  const derived = row.values.filter((value) => !used.some((cell) => cell.field === value.field));
  return (
    <table className="row-cells">
      <thead>
        <tr>
          <th>{t('row.header')}</th>
          <th>{t('row.raw')}</th>
          <th>{t('row.value')}</th>
        </tr>
      </thead>
      <tbody>
        {used.map((cell) => {
          const value = values.get(cell.field ?? '');
          const change = changes.get(cell.field ?? '');
          return (
            <tr key={cell.header + cell.field} className={troubled.has(cell.field) ? 'troubled' : undefined}>
              <th scope="row">{cell.header}</th>
              <td>{cell.value || <span className="muted">{t('row.emptyCell')}</span>}</td>
              <td>
                {change ? (
                  <>
                    <s>{change.before ?? '—'}</s> <b>{change.after ?? '—'}</b>
                  </>
                ) : (
                  (value?.value ?? <span className="muted">—</span>)
                )}
              </td>
            </tr>
          );
        })}
        {derived.map((value) => (
          <tr key={value.field}>
            <th scope="row">{value.label}</th>
            <td className="muted">{t('row.derived')}</td>
            <td>{value.value}</td>
          </tr>
        ))}
        {unused.map((cell) => (
          <tr key={cell.header + cell.value} className="unused">
            <th scope="row">{cell.header || t('map.noHeader')}</th>
            <td>{cell.value}</td>
            <td className="muted">{t('row.unused')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const keyOf: Record<string, Decision> = { a: 'accept-suggestion', s: 'accept-as-is', d: 'discard' };

/** One row of the file with everything that was understood of it; doubtful ones are decided here, also by keys. */
export function RowDrawer({ detail }: { detail: ImportDetail }) {
  const { t, i18n } = useTranslation('imports');
  const me = useMe();
  const { rowNo, setRow } = useRowParam();
  const list = useRowList(detail, useRowListState()).data?.items ?? [];
  const query = useQuery({ ...importRowQuery(detail.id, rowNo ?? 0, i18n.language), enabled: rowNo !== undefined });
  const { decideMany, busy } = useDecide(detail.id);
  const row = query.data?.rowNo === rowNo ? query.data : undefined;
  const at = list.findIndex((one) => one.rowNo === rowNo);
  const before = list[at - 1]?.rowNo;
  const after = at >= 0 ? list[at + 1]?.rowNo : undefined;
  const open =
    row?.status === 'doubtful' &&
    (detail.state === 'previewed' || detail.state === 'committed') &&
    can(me, permissions.commitImports);
  const suggested = row?.issues.some((issue) => issue.suggestion !== null) ?? false;
  const decide = async (decision: Decision) => {
    if (!open || busy || rowNo === undefined || (decision === 'accept-suggestion' && !suggested)) return;
    const next =
      list.slice(at + 1).find((one) => one.status === 'doubtful')?.rowNo ??
      list.find((one) => one.status === 'doubtful' && one.rowNo !== rowNo)?.rowNo;
    if (await decideMany([rowNo], decision)) {
      if (next !== undefined) setRow(next);
    }
  };
  const handler = useRef<(event: KeyboardEvent) => void>(() => undefined);
  handler.current = (event) => {
    if (rowNo === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as HTMLElement).closest('input, textarea, [role=combobox]')) return;
    const key = event.key.toLowerCase();
    if (key === 'j' && after !== undefined) setRow(after);
    else if (key === 'k' && before !== undefined) setRow(before);
    else if (keyOf[key]) void decide(keyOf[key]);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handler.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <Drawer
      open={rowNo !== undefined}
      onClose={() => setRow(undefined)}
      size={Math.min(640, innerWidth)}
      title={row ? t('row.title', { sheet: row.sheet, line: row.line }) : t('row.loading')}
      extra={
        <span className="row">
          <Button size="small" disabled={before === undefined} onClick={() => setRow(before)}>
            {t('row.previous')}
          </Button>
          <Button size="small" disabled={after === undefined} onClick={() => setRow(after)}>
            {t('row.next')}
          </Button>
        </span>
      }
      footer={
        open ? (
          <div className="decide-bar">
            <Button type="primary" disabled={!suggested} loading={busy} onClick={() => decide('accept-suggestion')}>
              {t('decide.accept-suggestion')} <kbd>A</kbd>
            </Button>
            <Button loading={busy} onClick={() => decide('accept-as-is')}>
              {t('decide.accept-as-is')} <kbd>S</kbd>
            </Button>
            <Button loading={busy} onClick={() => decide('discard')}>
              {t('decide.discard')} <kbd>D</kbd>
            </Button>
            <KeyHint keys={['J', 'K']} label={t('decide.move')} />
          </div>
        ) : null
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {!row && !query.error && <SkeletonLines lines={10} />}
      {row && (
        <div className="stack">
          <div className="row">
            <StatusTag tone={toneOf(row.status)}>{t(`rowStatus.${row.status}`)}</StatusTag>
            {row.effect && <span>{t(`rowEffect.${row.effect}`)}</span>}
            {row.recordHref ? (
              <Link className="link" to={row.recordHref}>
                {row.recordLabel ?? row.recordKey}
              </Link>
            ) : (
              <span className="mono muted">{row.recordKey}</span>
            )}
          </div>
          <Issues row={row} />
          <Cells row={row} />
        </div>
      )}
    </Drawer>
  );
}
