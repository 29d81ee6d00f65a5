import type { JobRun } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type StreamState, useJobStream } from '../../lib/job-stream.ts';

/** The newest run of each import, live; what shows an import is fetched anew when its job ends. */
export function useImportJobs(): { jobs: ReadonlyMap<string, JobRun>; stream: StreamState } {
  const [jobs, setJobs] = useState<ReadonlyMap<string, JobRun>>(new Map());
  const queries = useQueryClient();
  const stream = useJobStream((job) => {
    if (job.subjectKind !== 'import' || job.subjectId === null) return;
    const id = job.subjectId;
    setJobs((before) => new Map(before).set(id, job));
    if (job.finishedAt === null) return;
    void queries.invalidateQueries({ queryKey: ['imports'] });
    for (const key of ['import', 'import-rows', 'import-row']) void queries.invalidateQueries({ queryKey: [key, id] });
  });
  return { jobs, stream };
}
