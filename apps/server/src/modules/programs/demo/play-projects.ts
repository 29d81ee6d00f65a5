import { addDays } from '@jince/calendar';
import type { DemoPrograms, DemoStage } from '@jince/wujiang';
import { onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { attachDocument } from '../../../platform/procedures/commands/attach-document.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { assignExperts } from '../commands/assign-experts.ts';
import { createProject } from '../commands/create-project.ts';
import { reportMilestone, reportTargets } from '../commands/report-progress.ts';
import { saveProject } from '../commands/save-project.ts';
import { scoreProject } from '../commands/score-project.ts';
import { paperLabel } from '../procedure/project-papers.ts';
import type { PartyRow } from '../repositories/party-repository.ts';
import { findProject, type ProjectRow } from '../repositories/project-repository.ts';
import { applicationOf } from './demo-application.ts';
import { outsider } from './demo-people.ts';
import { examplePaper } from './example-paper.ts';
import { payWaitingInstalments } from './pay-waiting.ts';

export interface Cast {
  readonly officer: Actor;
  readonly director: Actor;
  readonly reviewer: Actor;
  readonly finance: Actor;
  readonly settle: () => Promise<void>;
}

/** A project of the demo with who leads it. */
export interface Staged {
  readonly project: DemoPrograms['projects'][number];
  readonly lead: PartyRow;
  readonly callId: string;
  readonly opensOn: string;
  readonly kind: string;
}

interface Playing extends Staged {
  readonly id: string;
  readonly fileId: string;
}

/** Which stages a project goes through before it rests. */
const BEYOND_FILING: readonly DemoStage[] = ['not-selected', 'midterm', 'failed', 'accepted', 'closed'];
const FUNDED: readonly DemoStage[] = ['midterm', 'failed', 'accepted', 'closed'];
const FINISHED: readonly DemoStage[] = ['failed', 'accepted', 'closed'];
const REVIEWED: readonly DemoStage[] = [...BEYOND_FILING, 'reviewing'];
const PASSED_CHECK: readonly DemoStage[] = [...REVIEWED, 'checked'];
const RECOMMENDED: readonly DemoStage[] = [...PASSED_CHECK, 'supplementing', 'not-accepted'];
const WAN = 1_000_000;
const LEAST_EXPERTS = 3;
/** Days after a call opened on which all file: who met the terms that day was chosen, a day later may be one too late. */
export const FILING_DAY = 3;

/** One telling of the demo: who acts on which day after the call opened. */
class Play {
  readonly #ctx: Ctx;
  readonly #cast: Cast;
  readonly #experts: readonly string[];
  constructor(ctx: Ctx, cast: Cast, experts: readonly string[]) {
    this.#ctx = ctx;
    this.#cast = cast;
    this.#experts = experts;
  }

  applicant(one: Staged, day: number): Ctx {
    return onDemoDay(this.#ctx, addDays(one.opensOn, day), outsider(this.#ctx, `${one.lead.name}（示例经办）`));
  }

  as(who: 'officer' | 'director' | 'reviewer', one: Staged, day: number): Ctx {
    return onDemoDay(this.#ctx, addDays(one.opensOn, day), this.#cast[who]);
  }

  town(one: Staged, day: number): Ctx {
    const name = this.#ctx.services.places.townName(one.lead.town_code) ?? '';
    return onDemoDay(this.#ctx, addDays(one.opensOn, day), outsider(this.#ctx, `${name}联络员（示例）`));
  }

  async act(ctx: Ctx, one: Playing, action: string, fields?: Record<string, unknown>): Promise<void> {
    await inTransaction(ctx, (tx) =>
      performAction(tx, ctx, one.fileId, action, fields === undefined ? {} : { fields }),
    );
  }

  async papers(ctx: Ctx, one: Playing, ...kinds: string[]): Promise<void> {
    for (const kind of kinds) await attachDocument(ctx, one.fileId, examplePaperOf(kind));
  }

  async begin(one: Staged): Promise<Playing> {
    const ctx = this.applicant(one, FILING_DAY);
    const begun = await createProject(ctx, one.callId, { title: one.project.title, leadPartyId: one.lead.id });
    const playing = { ...one, ...begun };
    const whole = one.project.until !== 'draft';
    await saveProject(ctx, begun.id, applicationOf(ctx, one, whole));
    if (!whole) return playing;
    const terms = (await this.find(playing)).terms;
    const kinds = terms.documents.filter(({ stage, required }) => stage === 'application' && required);
    await this.papers(ctx, playing, ...kinds.map(({ kind }) => kind));
    await this.act(ctx, playing, 'submit');
    return playing;
  }

  async check(one: Playing): Promise<void> {
    const { until } = one.project;
    if (!RECOMMENDED.includes(until)) return;
    await this.act(this.town(one, 8), one, 'recommend');
    const officer = this.as('officer', one, 13);
    if (until === 'not-accepted')
      await this.act(officer, one, 'refuse-formal', { reason: '申报内容不属于专利导航支持范围。' });
    else if (until === 'supplementing')
      await this.act(officer, one, 'request-supplement', { reason: '联合体协议缺少服务机构盖章页，请补正。' });
    else await this.act(officer, one, 'accept-formal');
  }

  async review(one: Playing, number: number): Promise<void> {
    if (!REVIEWED.includes(one.project.until)) return;
    const reviewer = this.as('reviewer', one, 16);
    const experts = Array.from(
      { length: LEAST_EXPERTS },
      (_, at) => this.#experts[(number * LEAST_EXPERTS + at) % this.#experts.length] as string,
    );
    await assignExperts(reviewer, one.id, experts);
    await this.act(reviewer, one, 'start-review');
    const { terms } = await this.find(one);
    for (const [at, total] of one.project.scores.entries()) {
      const points = Object.fromEntries(terms.criteria.map(({ code, max }) => [code, Math.round((total * max) / 100)]));
      const comment = total < 70 ? '目标与基础不够匹配，预算依据不足。' : '方案清楚，分工合理，注重运用。';
      await scoreProject(
        this.as('reviewer', one, 18),
        { projectId: one.id, expertId: experts[at] as string },
        { points, comment },
      );
    }
    if (BEYOND_FILING.includes(one.project.until)) await this.act(this.as('reviewer', one, 60), one, 'rank');
  }

  async decide(one: Playing, number: number): Promise<void> {
    const { until, grantWan } = one.project;
    if (until === 'not-selected')
      await this.act(this.as('director', one, 65), one, 'not-select', { reason: '评审得分低于合格线。' });
    if (!FUNDED.includes(until)) return;
    await this.act(this.as('director', one, 65), one, 'publicise', { grantFen: grantWan * WAN });
    await this.act(this.as('director', one, 80), one, 'approve', { approvalNo: `示例立项〔2025〕${number + 1}号` });
    await this.papers(this.as('officer', one, 88), one, 'agreement');
    await this.act(this.as('officer', one, 88), one, 'sign-agreement', {
      agreementNo: `示例任务书〔2025〕${number + 1}号`,
      startsOn: addDays(one.opensOn, 90),
    });
  }

  async midterm(one: Playing): Promise<void> {
    if (!FUNDED.includes(one.project.until)) return;
    const applicant = this.applicant(one, 300);
    await reportMilestone(applicant, one.id, { position: 0, doneOn: addDays(one.opensOn, 210), note: null });
    await this.papers(applicant, one, 'mid-term-report');
    await this.act(applicant, one, 'submit-mid-term');
    if (!FINISHED.includes(one.project.until)) return;
    const opinion = { conclusion: 'pass', opinion: '进展与任务书基本一致，注意成果在决策中的采纳。' };
    await this.act(this.as('officer', one, 310), one, 'pass-mid-term', opinion);
    await reportMilestone(applicant, one.id, { position: 1, doneOn: addDays(one.opensOn, 299), note: null });
  }

  async finish(one: Playing, number: number): Promise<void> {
    const { until, reached } = one.project;
    if (!FINISHED.includes(until)) return;
    const applicant = this.applicant(one, 470);
    const items = reached.map((value, position) => ({ position, reached: value, evidence: '总结报告附件' }));
    await reportTargets(applicant, one.id, items);
    await this.papers(applicant, one, 'acceptance-report', 'final-account');
    await this.act(applicant, one, 'apply-acceptance');
    if (until === 'failed') {
      const order = {
        decisionNo: `示例追回〔2026〕${number + 1}号`,
        reason: '导航建议未被采纳，成果未发布，主要考核指标未完成。',
        clawBackFen: (one.project.grantWan * WAN * 6) / 10,
      };
      await this.act(this.as('officer', one, 485), one, 'fail', order);
    } else {
      const conclusion = until === 'closed' ? 'excellent' : 'pass';
      const opinion = {
        conclusion,
        opinionNo: `示例验收〔2026〕${number + 1}号`,
        opinion: '完成任务书约定的考核指标。',
      };
      await this.act(this.as('officer', one, 485), one, 'accept', opinion);
    }
  }

  async pay(opensOn: string, day: number): Promise<void> {
    await payWaitingInstalments(onDemoDay(this.#ctx, addDays(opensOn, day), this.#cast.finance));
    await this.#cast.settle();
  }

  async close(one: Playing): Promise<void> {
    if (one.project.until !== 'closed') return;
    const opinion = { performance: 93, opinion: '建议被企业采纳，带动新产线选型，绩效良好。' };
    await this.act(this.as('officer', one, 540), one, 'evaluate', opinion);
  }

  async find(one: { readonly id: string }): Promise<ProjectRow> {
    return (await findProject(this.#ctx.db, this.#ctx.district, one.id)) as ProjectRow;
  }
}

const examplePaperOf = (kind: string) => examplePaper(kind, paperLabel(kind, 'zh'));

/** Plays all projects stage by stage, so that a call is ranked before any of its projects is decided on. */
export async function playProjects(
  ctx: Ctx,
  cast: Cast,
  staged: readonly Staged[],
  experts: readonly string[],
): Promise<void> {
  const play = new Play(ctx, cast, experts);
  const playing: Playing[] = [];
  for (const one of staged) playing.push(await play.begin(one));
  for (const one of playing) await play.check(one);
  for (const [at, one] of playing.entries()) await play.review(one, at);
  for (const [at, one] of playing.entries()) await play.decide(one, at);
  const first = staged[0]?.opensOn;
  if (first !== undefined) await play.pay(first, 100);
  for (const one of playing) await play.midterm(one);
  for (const [at, one] of playing.entries()) if (one.project.until !== 'accepted') await play.finish(one, at);
  if (first !== undefined) await play.pay(first, 500);
  for (const [at, one] of playing.entries()) if (one.project.until === 'accepted') await play.finish(one, at);
  for (const one of playing) await play.close(one);
}
