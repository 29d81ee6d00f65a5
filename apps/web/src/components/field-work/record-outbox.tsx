import { Link } from 'react-router';
import type { FieldRecord, RecordState } from '../../lib/field-records/field-record.ts';
import { StatusTag, type Tone } from '../status-tag.tsx';
import './field-work.css';

const TONES: Record<RecordState, Tone> = { draft: 'plain', queued: 'warn', failed: 'late', held: 'late' };

interface Words {
  readonly title: string;
  readonly sendNow: string;
  /** Said of a record the server holds, to put it away. */
  readonly seen: string;
  readonly state: (state: RecordState) => string;
}

/** Records that are on this device and not yet done with. */
export function RecordOutbox<R extends FieldRecord & { readonly name: string }>({
  drafts,
  words,
  to,
  onSend,
  onForget,
}: {
  drafts: readonly R[];
  words: Words;
  to: (draft: R) => string;
  onSend: () => void;
  onForget: (id: string) => void;
}) {
  if (drafts.length === 0) return null;
  return (
    <section className="panel fieldwork-outbox" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link className="link" to={to(draft)}>
              {draft.name}
            </Link>
            <StatusTag tone={TONES[draft.state]}>{words.state(draft.state)}</StatusTag>
            {draft.reason && <small>{draft.reason}</small>}
            {draft.state === 'held' && (
              <button type="button" className="link" onClick={() => onForget(draft.id)}>
                {words.seen}
              </button>
            )}
          </li>
        ))}
      </ul>
      {drafts.some((draft) => draft.state === 'queued') && (
        <button type="button" className="link" onClick={onSend}>
          {words.sendNow}
        </button>
      )}
    </section>
  );
}
