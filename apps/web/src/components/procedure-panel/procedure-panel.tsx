import type { FilePanel } from '@jince/contract';
import { type ReactNode, useState } from 'react';
import { ErrorBox } from '../error-box.tsx';
import { SkeletonLines } from '../skeleton.tsx';
import { ActionDialog, type ActionDialogProps } from './action-dialog.tsx';
import { FileActionBar, FileActions } from './file-actions.tsx';
import { FileClocks } from './file-clocks.tsx';
import { FileDocuments } from './file-documents.tsx';
import { type FileAction, useFileMoved, useFilePanel } from './file-query.ts';
import { FileTimeline } from './file-timeline.tsx';
import { FileWay } from './file-way.tsx';
import './procedure-panel.css';

interface ProcedurePanelProps {
  readonly fileId: string;
  /** What the page shows of the file itself; without it the timeline stands in its place. */
  readonly children?: ReactNode;
  /** First parts of query keys to ask for again once something was done. */
  readonly refreshes?: readonly (readonly unknown[])[];
  /** A dialog of the module's own for some of its actions; undefined: the general one. */
  readonly renderDialog?: (props: ActionDialogProps) => ReactNode | undefined;
}

function Dialog({ own, ...props }: ActionDialogProps & { own: ProcedurePanelProps['renderDialog'] }) {
  return own?.(props) ?? <ActionDialog {...props} />;
}

/**
 * Any file of any procedure: where it stands, what can be done now and by whom, clocks with their reasons, documents,
 * and who did what. Draws `getFilePanel` of `fileId`; on a phone one column with the actions at the bottom.
 */
export function ProcedurePanel({ fileId, children, refreshes, renderDialog }: ProcedurePanelProps) {
  const query = useFilePanel(fileId);
  const moved = useFileMoved(fileId, refreshes);
  const [chosen, setChosen] = useState<FileAction>();
  const panel = query.data;
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!panel)
    return (
      <div className="panel" aria-busy="true">
        <SkeletonLines lines={6} />
      </div>
    );
  // A refusal may mean that somebody else was faster: what the page shows is asked for again, too.
  const close = () => {
    setChosen(undefined);
    moved();
  };
  const done = (next: FilePanel) => {
    setChosen(undefined);
    moved(next);
  };
  return (
    <div className="file-panel">
      <div className="file-body">
        <FileWay panel={panel} />
        <div className="file-columns">
          <div className="file-main">
            {children}
            <FileDocuments panel={panel} onMoved={() => moved()} />
            {!children && <FileTimeline timeline={panel.timeline} />}
          </div>
          <aside className="file-side">
            <FileActions panel={panel} onChoose={setChosen} />
            <FileClocks clocks={panel.clocks} />
            {children && <FileTimeline timeline={panel.timeline} />}
          </aside>
        </div>
      </div>
      <FileActionBar panel={panel} onChoose={setChosen} />
      {chosen && <Dialog own={renderDialog} panel={panel} action={chosen} onClose={close} onDone={done} />}
    </div>
  );
}
