import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { describeError } from '../lib/describe-error.ts';
import './error-box.css';

/** A failure inside a page: what happened, what was kept, what to do. */
export function ErrorBox({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = describeError(error, t);
  return (
    <div className="error-box" role="alert">
      <div>
        <b>{text.title}</b>
        {text.detail && <p>{text.detail}</p>}
        {text.fields.map((field) => (
          <p key={field.path}>{field.message}</p>
        ))}
        <p className="soft">
          {text.kept} {text.action}
        </p>
        {text.code && <p className="muted">{t('errorCode', { code: text.code })}</p>}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
