import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import type { FileRow } from './file-query.ts';

/** A file worked on beside the list. */
export default function FileDrawer({ file, onClose }: { file: FileRow; onClose: () => void }) {
  const { t } = useTranslation('my-files');
  return (
    <Drawer
      open
      size={1040}
      push={false}
      onClose={onClose}
      title={`${file.procedureLabel} ${file.number} · ${file.subjectLabel}`}
      extra={
        <Link className="link" to={file.href}>
          {t('whole')}
        </Link>
      }
    >
      <ProcedurePanel fileId={file.id} />
    </Drawer>
  );
}
