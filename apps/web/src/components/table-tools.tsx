import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../lib/format.ts';
import type { DataTableProps } from './data-table.tsx';
import type { ShownColumns } from './table-views.ts';

interface ToolsProps<Row> extends DataTableProps<Row> {
  readonly shown: ShownColumns<Row>;
  readonly total: number | undefined;
}

function ColumnChoice<Row>({ columns, shown }: ToolsProps<Row>) {
  const { t } = useTranslation();
  const keys = new Set(shown.keys);
  return (
    <div className="tool-box">
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={keys.has(column.key) || column.phone === 'title'}
          disabled={column.phone === 'title'}
          onChange={(event) => {
            if (event.target.checked) keys.add(column.key);
            else keys.delete(column.key);
            shown.choose([...keys]);
          }}
        >
          {column.title}
        </Checkbox>
      ))}
      <button type="button" className="link" onClick={() => shown.choose(undefined)}>
        {t('table.columnsReset')}
      </button>
    </div>
  );
}

function Views<Row>({ shown, state }: ToolsProps<Row>) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const save = () => {
    const title = name.trim();
    if (!title) return;
    const values: Record<string, string> = { ...state.filters, ...(state.sort ? { sort: state.sort } : {}) };
    shown.saveView({ name: title, query: new URLSearchParams(values).toString(), columns: shown.keys });
    setName('');
  };
  return (
    <div className="tool-box">
      {shown.views.length === 0 && <p className="muted">{t('table.viewNone')}</p>}
      {shown.views.map((view) => (
        <div key={view.name} className="view-row">
          <button
            type="button"
            className="link"
            onClick={() => {
              shown.choose(view.columns);
              state.replaceAll(Object.fromEntries(new URLSearchParams(view.query)));
            }}
          >
            {view.name}
          </button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('table.viewDelete', { name: view.name })}
            onClick={() => shown.deleteView(view.name)}
          />
        </div>
      ))}
      <div className="view-save">
        <Input
          size="small"
          value={name}
          maxLength={30}
          placeholder={t('table.viewName')}
          aria-label={t('table.viewName')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button size="small" disabled={!name.trim()} onClick={save}>
          {t('table.viewSave')}
        </Button>
      </div>
    </div>
  );
}

/** Order of the rows where there is no header to click: on a phone. */
function PhoneSort<Row>({ columns, state }: ToolsProps<Row>) {
  const { t } = useTranslation();
  const sortable = columns.filter((column) => column.sort);
  if (sortable.length === 0) return null;
  return (
    <select
      className="phone-sort"
      aria-label={t('table.order')}
      value={state.sort ?? ''}
      onChange={(event) => state.setSort(event.target.value || undefined)}
    >
      {!state.sort && <option value="">{t('table.order')}</option>}
      {sortable.flatMap((column) => [
        <option key={column.key} value={column.sort}>
          {column.title} ↑
        </option>,
        <option key={`-${column.key}`} value={`-${column.sort}`}>
          {column.title} ↓
        </option>,
      ])}
    </select>
  );
}

/** Views, columns and export of a list. */
export function TableTools<Row>(props: ToolsProps<Row>) {
  const { t } = useTranslation();
  return (
    <div className="table-tools no-print">
      <PhoneSort {...props} />
      <Popover trigger="click" placement="bottomRight" content={<Views {...props} />}>
        <Button type="text" size="small">
          {t('table.views')}
          {props.shown.views.length > 0 && ` ${props.shown.views.length}`}
        </Button>
      </Popover>
      <Popover trigger="click" placement="bottomRight" content={<ColumnChoice {...props} />}>
        <Button type="text" size="small">
          {t('table.columns')}
        </Button>
      </Popover>
      {props.exportUrl && (
        <Button
          type="text"
          size="small"
          href={props.exportUrl}
          download
          disabled={!props.total}
          title={t('table.exportHint', { total: formatExact(props.total ?? 0) })}
        >
          {t(props.csvUrl ? 'table.exportXlsx' : 'table.export')}
        </Button>
      )}
      {props.csvUrl && (
        <Button type="text" size="small" href={props.csvUrl} download disabled={!props.total}>
          {t('table.exportCsv')}
        </Button>
      )}
    </div>
  );
}
