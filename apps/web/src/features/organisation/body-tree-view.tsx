import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type Body, type BodyRow, treeRows } from './body-tree.ts';

function Posts({ body }: { body: Body }) {
  const { t } = useTranslation('organisation');
  return (
    <ul className="posts">
      {body.posts.map((post) => {
        const vacant = post.established - post.filled;
        return (
          <li key={post.id} className={vacant > 0 ? 'vacant' : undefined}>
            {post.title}{' '}
            <span className="mono">
              {post.filled}/{post.established}
            </span>
            {vacant > 0 && <b> {t('vacantPosts', { vacant })}</b>}
          </li>
        );
      })}
    </ul>
  );
}

function Row({ row, open, onToggle, flat }: { row: BodyRow; open: boolean; onToggle: () => void; flat: boolean }) {
  const { t } = useTranslation('organisation');
  const me = useMe();
  const { body } = row;
  const count = `${row.filled}/${row.established}`;
  return (
    <tr className={row.depth === 0 ? 'root' : undefined}>
      <td style={{ paddingLeft: flat ? 14 : 14 + row.depth * 26 }}>
        <div className="body-name">
          {row.hasChildren && !flat ? (
            <button
              type="button"
              className="tree-toggle"
              aria-expanded={open}
              aria-label={t(open ? 'close' : 'open', { name: body.name })}
              onClick={onToggle}
            >
              {open ? '−' : '+'}
            </button>
          ) : (
            !flat && <span className="tree-leaf" aria-hidden="true" />
          )}
          <span>
            <b>{body.name}</b>
            <small className="muted">{body.kindLabel}</small>
          </span>
        </div>
      </td>
      <td>
        <Posts body={body} />
      </td>
      <td className="right">
        {can(me, permissions.readOfficers) ? (
          <Link
            className={row.filled < row.established ? 'number warn' : 'number'}
            to={`/organisation?tab=officers&organisation=${encodeURIComponent(body.id)}`}
            title={t('openOfficers')}
          >
            {flat ? `${body.filled}/${body.established}` : count}
          </Link>
        ) : (
          <span className="number">{count}</span>
        )}
      </td>
    </tr>
  );
}

/** The tree of bodies; each with its posts, established and filled. */
export function BodyTree({ bodies }: { bodies: readonly Body[] }) {
  const { t } = useTranslation('organisation');
  const [params, setParams] = useSearchParams();
  const onlyGaps = params.get('gaps') === 'true';
  const parents = new Set(bodies.map((body) => body.parentId));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const all = treeRows(bodies, onlyGaps ? new Set() : closed);
  const rows = onlyGaps ? all.filter(({ body }) => body.filled < body.established) : all;
  return (
    <div className="panel">
      <div className="tree-tools">
        <Checkbox
          checked={onlyGaps}
          onChange={(event) => setParams(event.target.checked ? { gaps: 'true' } : {}, { replace: true })}
        >
          {t('onlyGaps')}
        </Checkbox>
        {!onlyGaps && (
          <span>
            <Button size="small" type="text" onClick={() => setClosed(new Set())}>
              {t('openAll')}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => setClosed(new Set(bodies.filter((body) => parents.has(body.id)).map((body) => body.id)))}
            >
              {t('closeAll')}
            </Button>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t(onlyGaps ? 'noGaps' : 'noBodies')} />
      ) : (
        <table className="body-tree">
          <thead>
            <tr>
              <th>{t('body')}</th>
              <th>{t('posts')}</th>
              <th className="right">{t(onlyGaps ? 'ownStaff' : 'staff')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.body.id}
                row={row}
                open={!closed.has(row.body.id)}
                flat={onlyGaps}
                onToggle={() => toggle(row.body.id)}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
