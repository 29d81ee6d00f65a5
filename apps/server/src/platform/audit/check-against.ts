import type { KeyObject } from 'node:crypto';
import type { ChainPoint, ChainVerifier } from './chain-verifier.ts';
import { type Checkpoint, isSignedBy } from './checkpoint.ts';

/** Compares the end of the chain with the head the writers keep: shows a cut or an addition past them. */
export function checkAgainstHead(verifier: ChainVerifier, head: ChainPoint): void {
  const { last } = verifier;
  if (last.seq < head.seq) {
    verifier.report(
      last.seq + 1,
      'truncated',
      `链尾被截去：应到第 ${head.seq} 条，只剩到第 ${last.seq} 条`,
      `the end is cut off: it should reach ${head.seq} and stops at ${last.seq}`,
    );
  } else if (last.seq > head.seq || last.hash !== head.hash) {
    verifier.report(
      last.seq,
      'edited',
      `链尾与登记的链头不符（登记到第 ${head.seq} 条，实有到第 ${last.seq} 条）`,
      `the last entry is not the recorded head (recorded ${head.seq}, found ${last.seq})`,
    );
  }
}

/** Compares the chain with states signed earlier: shows a cut or a rewrite even when chain and head were redone to fit. */
export function checkAgainstCheckpoints(
  verifier: ChainVerifier,
  checkpoints: readonly Checkpoint[],
  trusted: readonly KeyObject[],
): void {
  for (const c of checkpoints) {
    if (!isSignedBy(c, trusted)) {
      verifier.report(
        c.seq,
        'signature',
        `第 ${c.seq} 条处的检查点签名无效，或不是本系统的密钥（${c.keyId}）所签`,
        `the checkpoint at ${c.seq} is not validly signed by a trusted key (${c.keyId})`,
      );
    } else if (c.seq > verifier.last.seq) {
      verifier.report(
        verifier.last.seq + 1,
        'truncated',
        `${c.at} 签名时已有 ${c.seq} 条，现只剩到第 ${verifier.last.seq} 条`,
        `${c.seq} entries were signed at ${c.at}, only ${verifier.last.seq} are left`,
      );
    } else if (verifier.hashAt(c.seq) !== c.hash) {
      verifier.report(
        c.seq,
        'edited',
        `第 ${c.seq} 条及以前与 ${c.at} 签名的检查点不符：有一段被整体改写`,
        `entries up to ${c.seq} differ from the state signed at ${c.at}: a stretch was rewritten`,
      );
    }
  }
}
