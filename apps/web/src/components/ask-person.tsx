import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Caution } from './caution.tsx';
import { Descriptions } from './descriptions.tsx';
import { ErrorBox } from './error-box.tsx';
import './ask-person.css';

const SHORTEST = 4;

interface Words<K extends string> {
  readonly caution: string;
  readonly reason: string;
  readonly reveal: string;
  readonly hide: string;
  readonly label: (key: K) => string;
}

/** A sealed person is asked for with a reason, each time anew; nothing of it stays on the page. */
export function AskPerson<K extends string>({
  keys,
  words,
  reveal,
}: {
  keys: readonly K[];
  words: Words<K>;
  reveal: (reason: string) => Promise<Readonly<Record<K, string | null>>>;
}) {
  const [reason, setReason] = useState('');
  const ask = useMutation({ mutationFn: () => reveal(reason.trim()), gcTime: 0 });
  const person = ask.data;
  if (person !== undefined)
    return (
      <>
        <Descriptions items={keys.map((key) => ({ key, label: words.label(key), value: person[key] }))} />
        <Button onClick={() => ask.reset()}>{words.hide}</Button>
      </>
    );
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= SHORTEST) ask.mutate();
      }}
    >
      <Caution>{words.caution}</Caution>
      <div className="ask-person">
        <Input
          value={reason}
          maxLength={300}
          placeholder={words.reason}
          aria-label={words.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button htmlType="submit" disabled={reason.trim().length < SHORTEST} loading={ask.isPending}>
          {words.reveal}
        </Button>
      </div>
      {ask.error && <ErrorBox error={ask.error} />}
    </form>
  );
}
