import type { FactsRefreshed } from '../../../platform/facts/index.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { type SearchMode, searchFilings } from './search-filings.ts';
import { SEARCH_TASK } from './task-names.ts';

/** Subjects whose change can change a signal. */
const CONCERNED = ['patent', 'enterprise', 'agency'];

type Payload = { readonly mode?: SearchMode } & Partial<FactsRefreshed>;

/**
 * Ordered by a person, or by every refresh of the facts: then names in files are matched already. What did not change since
 * the last search costs one reading of the register.
 */
export const searchSignalsTask: JobTask = {
  task: SEARCH_TASK,
  label: { zh: '检索申请监管信号', en: 'Search for signals of abnormal filing' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'filing-supervision',
  async run(ctx, payload: Payload, control) {
    const { subjects, mode = 'incremental' } = payload;
    if (subjects !== undefined && !subjects.some((subject) => CONCERNED.includes(subject))) return;
    const run = await searchFilings(ctx, mode, (done, of, message) => control.progress(done, of, message));
    await control.progress(
      3,
      3,
      run === undefined
        ? '登记数据没有变化'
        : `读取 ${run.filings} 件，变化 ${run.changed} 件；信号 ${run.found} 个，新增 ${run.appeared}，变动 ${run.altered}，消失 ${run.gone}`,
    );
  },
};
