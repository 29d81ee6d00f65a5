export type Work = 'open' | 'contacted' | 'in-progress' | 'declined';

export interface LoggedVisit {
  readonly visitedOn: string;
  /** Moment of logging: the later word of one day counts. */
  readonly at: string;
  readonly result: 'contacted' | 'in-progress' | 'declined' | 'not-found';
  readonly step: string | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  /** False: came in after the campaign closed or the target left. */
  readonly counts: boolean;
}

export interface WorkState {
  readonly work: Work;
  readonly step: string | null;
  readonly visits: number;
  /** Day of the first visit that reached someone. */
  readonly contactedOn: string | null;
  readonly lastVisitOn: string | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
}

/**
 * Where people are with a target, from the whole log: the latest visit by its day speaks, whenever its draft arrived.
 * Visits that found nobody leave the state, but their next step stands.
 */
export function workOfVisits(visits: readonly LoggedVisit[]): WorkState {
  const ordered = visits.toSorted((a, b) =>
    a.visitedOn === b.visitedOn ? (a.at < b.at ? -1 : 1) : a.visitedOn < b.visitedOn ? -1 : 1,
  );
  const counted = ordered.filter((visit) => visit.counts);
  const reached = counted.filter((visit) => visit.result !== 'not-found');
  const last = counted.at(-1);
  const result = reached.at(-1)?.result;
  return {
    work: result === undefined || result === 'not-found' ? 'open' : result,
    step: counted.findLast((visit) => visit.step !== null)?.step ?? null,
    visits: ordered.length,
    contactedOn: reached[0]?.visitedOn ?? null,
    lastVisitOn: ordered.at(-1)?.visitedOn ?? null,
    nextStep: last?.nextStep ?? null,
    nextOn: last?.nextOn ?? null,
  };
}
