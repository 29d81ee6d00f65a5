import type { FilePanel } from '@jince/contract';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../section.tsx';
import type { FileAction } from './file-query.ts';

interface Props {
  readonly panel: FilePanel;
  readonly onChoose: (action: FileAction) => void;
}

/** What takes the file on comes first, before what turns it back, aside or ends it. */
function inOrder(actions: readonly FileAction[]): FileAction[] {
  const possible = actions.filter((action) => action.possible);
  return [...possible.filter((one) => one.onward), ...possible.filter((one) => !one.onward)];
}

/** What cannot be done now, each with the reason; never hidden, so nobody looks for a button in vain. */
function Refused({ actions }: { actions: readonly FileAction[] }) {
  const { t } = useTranslation('procedures');
  return (
    <ul className="file-refused" aria-label={t('action.notNow')}>
      {actions.map((action) => (
        <li key={action.action}>
          <b>{action.label}</b>
          <span>{action.reason}</span>
        </li>
      ))}
    </ul>
  );
}

function ActionList({ panel, onChoose }: Props) {
  const { t } = useTranslation('procedures');
  const possible = inOrder(panel.actions);
  const refused = panel.actions.filter((action) => !action.possible);
  if (panel.actions.length === 0)
    return <p className="soft">{t(panel.file.closedAt ? 'action.closed' : 'action.none')}</p>;
  return (
    <>
      {possible.length === 0 && <p className="soft">{t('action.notYours')}</p>}
      {possible.length > 0 && (
        <div className="file-buttons">
          {possible.map((action, at) => (
            <Button
              key={action.action}
              type={at === 0 && action.onward ? 'primary' : 'default'}
              onClick={() => onChoose(action)}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      {refused.length > 0 &&
        (possible.length > 0 && refused.length > 2 ? (
          <details className="file-fold">
            <summary>{t('action.notNowCount', { total: refused.length })}</summary>
            <Refused actions={refused} />
          </details>
        ) : (
          <Refused actions={refused} />
        ))}
    </>
  );
}

/** What can be done now, and why the rest cannot. */
export function FileActions(props: Props) {
  const { t } = useTranslation('procedures');
  return (
    <div className="file-actions">
      <Section title={t('action.title')}>
        <ActionList {...props} />
      </Section>
    </div>
  );
}

/** The same on a phone: within reach of the thumb, the rest in a sheet. */
export function FileActionBar({ panel, onChoose }: Props) {
  const { t } = useTranslation('procedures');
  const [open, setOpen] = useState(false);
  const [first] = inOrder(panel.actions);
  if (panel.actions.length === 0) return null;
  const choose = (action: FileAction) => {
    setOpen(false);
    onChoose(action);
  };
  return (
    <div className="file-bar no-print">
      {first && (
        <Button type={first.onward ? 'primary' : 'default'} size="large" onClick={() => choose(first)}>
          {first.label}
        </Button>
      )}
      {(panel.actions.length > 1 || !first) && (
        <Button size="large" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {first ? t('action.more') : t('action.whyNot')}
        </Button>
      )}
      <Drawer
        open={open}
        placement="bottom"
        size="auto"
        onClose={() => setOpen(false)}
        title={t('action.title')}
        className="file-sheet"
      >
        <ActionList panel={panel} onChoose={choose} />
      </Drawer>
    </div>
  );
}
