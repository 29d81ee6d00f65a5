import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { CandidateCard } from './candidate-card.tsx';
import { DeskBar } from './desk-bar.tsx';
import { useDeskKeys } from './desk-keys.ts';
import { KeyHelp } from './key-help.tsx';
import { type Candidate, type Review, reviewQuery, reviewsQuery, type Verdict } from './matching-query.ts';
import { MentionCard } from './mention-card.tsx';
import { MentionList } from './mention-list.tsx';
import { PartyFinder } from './party-finder.tsx';
import { useJudge, type Word } from './use-judge.ts';

/** Filter, page and open mention of the desk, in the address. */
function useDeskAddress() {
  const [params, setParams] = useSearchParams();
  const write = (patch: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('mention');
        for (const [key, value] of Object.entries(patch)) {
          if (value === undefined) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    id: params.get('m') ?? params.get('mention') ?? undefined,
    q: params.get('q') ?? undefined,
    importId: params.get('importId') ?? undefined,
    page: Math.max(1, Number(params.get('page')) || 1),
    write,
  };
}

/** The last word said at this desk on each mention that settled it or set it aside. */
function saidOf(words: readonly Word[], settled: ReadonlySet<string>): ReadonlyMap<string, Verdict> {
  const said = new Map<string, Verdict>();
  for (const word of words) {
    if (word.verdict !== 'not-same' || settled.has(word.mentionId)) said.set(word.mentionId, word.verdict);
  }
  return said;
}

function ruledOutOf(review: Review, words: readonly Word[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const one of review.judgements) {
    if (one.withdrawnAt === null && one.verdict === 'not-same') out.add(one.partyId);
  }
  for (const word of words) {
    if (word.mentionId === review.mention.id && word.verdict === 'not-same') out.add(word.partyId);
  }
  return out;
}

function Candidates({
  review,
  ruledOut,
  chosen,
  onChoose,
}: {
  review: Review;
  ruledOut: ReadonlySet<string>;
  chosen: number;
  onChoose: (place: number) => void;
}) {
  const { t } = useTranslation('matching');
  if (review.candidates.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('noCandidates')}>{t('noCandidatesText')}</EmptyState>
      </div>
    );
  return (
    <fieldset className="candidates">
      <legend className="sr-only">{t('candidates')}</legend>
      {review.candidates.slice(0, 5).map((candidate, index) => (
        <CandidateCard
          key={candidate.partyId}
          candidate={candidate}
          place={index + 1}
          chosen={index === chosen}
          linked={review.mention.party?.id === candidate.partyId}
          judgement={review.judgements.find((one) => one.withdrawnAt === null && one.partyId === candidate.partyId)}
          ruledOut={ruledOut.has(candidate.partyId)}
          onChoose={() => onChoose(index)}
        />
      ))}
    </fieldset>
  );
}

/** Mentions on the left, the open one in the middle, its candidates beside it. Everything works by keys. */
export function ReviewDesk({ decision }: { decision: string }) {
  const { t, i18n } = useTranslation('matching');
  const me = useMe();
  const mayJudge = can(me, permissions.judgeMatches);
  const queries = useQueryClient();
  const { id, q, importId, page, write } = useDeskAddress();
  const filter = { decision, q, importId, page };
  const list = useQuery(reviewsQuery(filter, i18n.language));
  const items = list.data?.items ?? [];
  const openId = id ?? items[0]?.id;
  const query = useQuery({ ...reviewQuery(openId ?? '', i18n.language), enabled: openId !== undefined });
  const review = query.data?.mention.id === openId ? query.data : undefined;
  // The tab goes into the address with the mention: a judgement changes what the mention is, not where one works.
  const open = (next: string | undefined) => write({ m: next, tab: decision });
  const { words, judge, undo } = useJudge(open);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [chosenAt, setChosenAt] = useState<{ id: string; place: number }>();
  const [dialog, setDialog] = useState<'help' | 'find'>();
  const said = saidOf(words, settled);
  const ruledOut = review ? ruledOutOf(review, words) : new Set<string>();
  const candidates = review?.candidates.slice(0, 5) ?? [];
  const firstOpen = Math.max(
    0,
    candidates.findIndex((one) => !ruledOut.has(one.partyId)),
  );
  const chosen = chosenAt?.id === openId ? (chosenAt?.place ?? firstOpen) : firstOpen;
  const candidate = candidates[chosen];
  const resolved = items.filter((item) => said.has(item.id) && said.get(item.id) !== 'unsure').length;
  const remaining = Math.max(0, (list.data?.total ?? 0) - resolved);

  const at = items.findIndex((item) => item.id === openId);
  const nextOf = (isSaid: (key: string) => boolean) =>
    items.slice(at + 1).find((item) => !isSaid(item.id)) ??
    items.find((item) => item.id !== openId && !isSaid(item.id));
  const upcoming = nextOf((key) => said.has(key))?.id;
  useEffect(() => {
    if (upcoming) void queries.prefetchQuery(reviewQuery(upcoming, i18n.language));
  }, [upcoming, queries, i18n.language]);

  const goOn = () => {
    const next = nextOf((key) => said.has(key));
    if (next) open(next.id);
    else {
      // The page is walked through: what is left moves up.
      void queries.invalidateQueries({ queryKey: ['reviews'] }).then(() => open(undefined));
    }
  };
  const say = (verdict: Verdict, party: { id: string; name: string }) => {
    if (!review || !mayJudge) return;
    judge({
      mentionId: review.mention.id,
      mentionName: review.mention.name,
      partyId: party.id,
      partyName: party.name,
      verdict,
    });
  };
  const sayOf = (verdict: Verdict, one: Candidate | undefined) => {
    if (one) say(verdict, { id: one.partyId, name: one.name });
  };
  const settle = (key: string) => setSettled((before) => new Set(before).add(key));
  const notSame = () => {
    if (!candidate || !review || ruledOut.has(candidate.partyId)) return;
    sayOf('not-same', candidate);
    const left = candidates.filter((one) => one !== candidate && !ruledOut.has(one.partyId));
    if (left.length === 0) {
      settle(review.mention.id);
      goOn();
    } else setChosenAt({ id: review.mention.id, place: candidates.indexOf(left[0] as Candidate) });
  };
  const actions = {
    choose: (place: number) => {
      if (openId && place <= candidates.length) setChosenAt({ id: openId, place: place - 1 });
    },
    same: () => {
      if (!candidate || !mayJudge) return;
      sayOf('same', candidate);
      goOn();
    },
    notSame: () => mayJudge && notSame(),
    noneOfThem: () => {
      if (!review || !mayJudge) return;
      for (const one of candidates) if (!ruledOut.has(one.partyId)) sayOf('not-same', one);
      settle(review.mention.id);
      goOn();
    },
    unsure: () => {
      if (!candidate || !mayJudge) return;
      sayOf('unsure', candidate);
      goOn();
    },
    move: (step: 1 | -1) => {
      const next = items[at + step];
      if (next) open(next.id);
    },
    undo: () =>
      void undo().then((back) => {
        if (!back) return;
        setSettled((before) => new Set([...before].filter((key) => key !== back)));
        open(back);
      }),
    find: () => mayJudge && review && setDialog('find'),
    help: () => setDialog('help'),
  };
  useDeskKeys(
    { ...actions, notSame: () => void actions.notSame(), find: () => void actions.find() },
    dialog === undefined,
  );

  if (list.error) return <ErrorBox error={list.error} onRetry={() => list.refetch()} />;
  return (
    <>
      {importId && (
        <p className="desk-filter">
          {t('onlyImport')}{' '}
          <Link className="link" to={`/imports/${importId}`}>
            {t('openImport')}
          </Link>{' '}
          <button
            type="button"
            className="link"
            onClick={() => write({ importId: undefined, page: undefined, m: undefined })}
          >
            {t('allImports')}
          </button>
        </p>
      )}
      <DeskBar
        decision={decision}
        remaining={remaining}
        done={words.length}
        candidate={candidate?.name}
        enabled={mayJudge && candidate !== undefined}
        mayJudge={mayJudge}
        actions={actions}
      />
      <div className="desk">
        {list.isPending ? (
          <div className="panel">
            <SkeletonLines lines={8} />
          </div>
        ) : (
          <MentionList
            items={items}
            total={list.data?.total ?? 0}
            page={page}
            openId={openId}
            q={q}
            said={said}
            onOpen={open}
            onPage={(next) => write({ page: next === 1 ? undefined : String(next), m: undefined })}
            onSearch={(text) => write({ q: text, page: undefined, m: undefined })}
          />
        )}
        {openId === undefined && !list.isPending && (
          <div className="panel desk-empty">
            <EmptyState title={t(`empty.${decision}`)}>{t(`emptyText.${decision}`)}</EmptyState>
          </div>
        )}
        {openId !== undefined && (
          <>
            {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
            {!review && !query.error && (
              <div className="panel desk-empty">
                <SkeletonLines lines={10} />
              </div>
            )}
            {review && (
              <>
                <MentionCard review={review} importId={importId} />
                <Candidates
                  review={review}
                  ruledOut={ruledOut}
                  chosen={chosen}
                  onChoose={(place) => setChosenAt({ id: review.mention.id, place })}
                />
              </>
            )}
          </>
        )}
      </div>
      <KeyHelp open={dialog === 'help'} onClose={() => setDialog(undefined)} />
      <PartyFinder
        open={dialog === 'find'}
        mentionName={review?.mention.name ?? ''}
        onClose={() => setDialog(undefined)}
        onSame={(party) => {
          say('same', party);
          goOn();
        }}
      />
    </>
  );
}
