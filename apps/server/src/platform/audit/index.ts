export { auditModule } from './audit.module.ts';
export type { ChainPoint, ChainProblem, ChainProblemKind } from './chain-verifier.ts';
export { type Checkpoint, checkpointKey, exportPublicKey } from './checkpoint.ts';
export { AuditExportError, exportChain, readExportedCheckpoints, verifyExport } from './export-file.ts';
export { type ChainVerification, verifyChain } from './verify-chain.ts';
export { type AuditRecord, auditRefusal, refuseOnRecord, takeAuditTurn, writeAudit } from './write-audit.ts';
export { writeCheckpoint, writeCheckpointTask } from './write-checkpoint.ts';
