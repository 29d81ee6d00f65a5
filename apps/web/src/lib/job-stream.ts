import type { JobRun } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { routes, urlOf } from './api.ts';

export type StreamState = 'connecting' | 'live' | 'lost';

/**
 * Listens to job runs as they change. Calls `onJob` for each and keeps the query ['job', id] fresh.
 * The browser reconnects by itself; `lost` is shown meanwhile so that nobody trusts a frozen bar.
 */
export function useJobStream(onJob: (job: JobRun) => void, enabled = true): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const queries = useQueryClient();
  const handler = useRef(onJob);
  handler.current = onJob;
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource(urlOf(routes.streamJobs));
    source.onopen = () => setState('live');
    source.onerror = () => setState('lost');
    source.addEventListener('job', (event) => {
      const job = JSON.parse((event as MessageEvent<string>).data) as JobRun;
      queries.setQueryData(['job', job.id], job);
      handler.current(job);
    });
    return () => source.close();
  }, [enabled, queries]);
  return state;
}
