import type { ClockEvent, PeriodUnit } from '@jince/calendar';
import type { z } from 'zod';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { OfficialValues } from '../documents/official/index.ts';
import type { AppError } from '../errors/errors.ts';
import type { Bilingual } from '../i18n/language.ts';

/** Where a state stands on the way: drawn alike for every procedure. */
export type Standing = 'draft' | 'open' | 'waiting' | 'done' | 'refused' | 'withdrawn';

export interface ProcedureState {
  readonly label: Bilingual;
  readonly standing: Standing;
}

/** Length of a clock on a day, with where it stands. */
export interface ClockTerm {
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly article: string | null;
}

interface NamedClock {
  readonly clock: string;
  readonly label: Bilingual;
  /** A time of the other side: waited out, no limit of the office. */
  readonly theirs?: true;
}

interface TermClock extends NamedClock {
  /** Length for a file on the day the clock starts: from `law/`, the jurisdiction pack, or the file's own policy. */
  readonly term: (ctx: Ctx, file: ProcedureFile, on: string) => ClockTerm | Promise<ClockTerm>;
  readonly rule?: never;
  readonly rules?: never;
}

interface RuleClock extends NamedClock {
  /** Rule of `law/clocks` it runs by, with the rule's causes of standstill and extensions. */
  readonly rule: string | ((ctx: Ctx, file: ProcedureFile) => string | Promise<string>);
  /** Every rule it may run by, where the file decides which. */
  readonly rules?: readonly string[];
  readonly term?: never;
}

export type ClockDefinition = TermClock | RuleClock;

/** What is done to a clock on a day. Standstills and extensions that a rule of the law knows are for clocks by a rule alone. */
export type ClockMove =
  | { readonly type: 'start'; readonly on: string }
  | { readonly type: 'stop'; readonly on: string }
  | ClockEvent;

/** A clock that stands still from an action on; one by a rule of the law says for which cause of the rule. */
export type Suspending = string | { readonly clock: string; readonly cause: string };

export interface ProcedureAction {
  readonly action: string;
  readonly label: Bilingual;
  readonly from: readonly string[];
  /** One state, or those of which the command picks one. */
  readonly to: string | readonly string[];
  readonly permission: string;
  /** Which of the file's bodies does it, by its place among them: its people alone, and whoever holds the permission in the whole district. */
  readonly bodyAt?: number;
  /** Whether it takes the file on, where the states alone do not tell: several good ways part there. */
  readonly onward?: boolean;
  /** Done if need be: no file waits for it. */
  readonly aside?: boolean;
  /** Whoever did one of these on the file may not do this (岗位分离). */
  readonly apart?: readonly string[];
  /** What must be given; its problems are shown beside the fields. */
  readonly fields?: z.ZodType;
  /** Kinds of documents that must be there. */
  readonly documents?: readonly string[];
  /** Clocks that must have run out, or must still run. */
  readonly needs?: readonly { readonly clock: string; readonly is: 'expired' | 'running' }[];
  readonly starts?: readonly string[];
  readonly stops?: readonly string[];
  readonly suspends?: readonly Suspending[];
  readonly resumes?: readonly string[];
  /** `handlers`: whoever handles the file; `organisations`: the people of its bodies. */
  readonly notify?: readonly ('applicant' | 'town' | 'handlers' | 'organisations' | { readonly permission: string })[];
  /** Asked before it is done; absent: done at once. */
  readonly confirm?: Bilingual;
}

/** The module's own part of an action, inside the kernel's transaction. */
export interface ActionStep {
  readonly tx: Tx;
  readonly ctx: Ctx;
  readonly file: ProcedureFile;
  readonly note: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ActionEffect {
  /** Which of the action's states; needed when it has several. */
  readonly to?: string;
  /** Kept in the log beside the given fields: what was decided and why. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** The day that counts for the clocks of this action, where it is not today: of receipt, of service. */
  readonly on?: string;
  /** Further moves of clocks, after those the action names. */
  readonly clocks?: readonly { readonly clock: string; readonly event: ClockMove }[];
}

/** An official paper that can be made from a file, by a template of the jurisdiction. */
export interface ProcedureTemplate {
  /** Template of the jurisdiction's `documents/`. */
  readonly code: string;
  readonly label: Bilingual;
  /** Kind of document it becomes. */
  readonly kind: string;
  /** What the template is filled with. Asked at each preview; throws an AppError where the file has not come so far. */
  readonly values: (ctx: Ctx, file: ProcedureFile) => Promise<OfficialValues>;
  /** Takes its official number when it is made; the same again where it is made anew before the file moved on. */
  readonly number?: (tx: Tx, ctx: Ctx, file: ProcedureFile) => Promise<string>;
  /** Offered before and right after these actions, to who may take them; absent: always, to who may make papers. */
  readonly actions?: readonly string[];
  /** Offered in these states alone: for papers that tell of what has just been done. */
  readonly states?: readonly string[];
}

/** Everything with stages is declared like this; the platform runs it the same way for every module. */
export interface ProcedureDefinition {
  /** `module.noun`. */
  readonly procedure: string;
  readonly label: Bilingual;
  /** Letters before the file's number. */
  readonly prefix: string;
  readonly states: Readonly<Record<string, ProcedureState>>;
  readonly initial: string;
  readonly actions: readonly ProcedureAction[];
  readonly clocks: readonly ClockDefinition[];
  readonly documents: readonly { readonly kind: string; readonly label: Bilingual }[];
  readonly templates?: readonly ProcedureTemplate[];
  /** Permission to read its files; a person's scope of it limits them to towns and parties. */
  readonly readPermission: string;
  /** Code of the body whose people, with a role at it, reach every file: an association for its own complaints. */
  readonly body?: (ctx: Ctx) => string;
  /** States the party of a file is not told of: until it leaves them the file is not there for it. */
  readonly untold?: readonly string[];
  /** Where a file is shown in the console. */
  readonly href: (file: ProcedureFile) => string;
  /** Stop signs: why an action must not be taken though its state and the actor's permission allow it; the button says so, too. */
  readonly guards?: Readonly<Record<string, (ctx: Ctx, file: ProcedureFile) => Promise<AppError | undefined>>>;
  /** What the module does when an action is taken; throws an AppError to refuse. Actions without one only move the state. */
  readonly steps?: Readonly<Record<string, (step: ActionStep) => Promise<ActionEffect | undefined>>>;
  /** After an action, and after a clock was moved, in the same transaction: brings the module's own projection of the file in line. */
  readonly settled?: (tx: Tx, ctx: Ctx, fileId: string) => Promise<void>;
}

export interface ProcedureFile {
  readonly id: string;
  readonly procedure: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly partyId: string | null;
  readonly townCode: string | null;
  /** Codes of the bodies whose people handle the file or take part in it. */
  readonly organisations: readonly string[];
  readonly openedAt: string;
  readonly openedByName: string;
  readonly closedAt: string | null;
}
