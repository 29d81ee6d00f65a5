create schema programs;

create table programs.call (
  district text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  number text not null,
  guideline text not null,
  opens_on date not null,
  closes_on date not null,
  quota integer not null check (quota > 0),
  fund text not null,
  fund_year integer not null,
  fund_item text,
  budget_fen bigint not null check (budget_fen >= 0),
  terms jsonb not null,
  state text not null check (state in ('draft', 'published', 'closed')),
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  published_on date,
  published_by text,
  closed_on date,
  close_note text,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, number),
  check (opens_on <= closes_on)
);
comment on table programs.call is 'Calls for projects: guideline, window, quota and the budget line the grants are paid from';
comment on column programs.call.terms is 'The kind as the jurisdiction pack had it when the call was published: who may apply, roles, documents, criteria, targets, funding. Applications keep these terms';
comment on column programs.call.fund_item is 'Item of the fund; null stands for the whole fund';

create table programs.project (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  call_id uuid not null,
  kind text not null,
  title text not null,
  abstract text not null default '',
  field text,
  lead_party_id uuid not null,
  lead_name text not null,
  town_code text,
  team jsonb not null default '[]',
  budget jsonb not null default '[]',
  requested_fen bigint not null default 0,
  eligibility jsonb,
  score numeric(6, 2),
  score_parts jsonb,
  granted_fen bigint,
  approval_no text,
  agreement_no text,
  term_from date,
  term_to date,
  conclusion text,
  performance numeric(5, 2),
  ended_on date,
  ended_as text check (ended_as in ('accepted', 'failed', 'terminated')),
  draft_version integer not null default 1,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, call_id) references programs.call (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table programs.project is 'Applications and the projects they become; where one stands is the state of its file';
comment on column programs.project.team is 'People: [{name, title, employer, task}]; the first one leads';
comment on column programs.project.budget is 'Lines: [{item, grantFen, selfFen, note}]; requested_fen is the sum of the grants asked for';
comment on column programs.project.eligibility is 'The rule of the kind at filing: {outcome, asOf, sentence, trace}';
comment on column programs.project.score is 'Fixed when the project is ranked; score_parts says how: {experts, mean, trimmedMean, spread, outliers}';
comment on column programs.project.term_from is 'Runs from the signing of the agreement; with ended_on and ended_as what facts say of any day';
create index project_call on programs.project (district, call_id);
create index project_lead on programs.project (district, lead_party_id);

create table programs.member (
  district text not null,
  project_id uuid not null,
  position smallint not null,
  role text not null,
  party_id uuid,
  name text not null,
  uscc text,
  task text not null default '',
  primary key (district, project_id, position),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.member is 'Consortium: parties of the register, or bodies from elsewhere by name; the first one leads';
create index member_party on programs.member (district, party_id);

create table programs.target (
  district text not null,
  project_id uuid not null,
  position smallint not null,
  code text,
  label text not null,
  unit text not null,
  baseline numeric,
  goal numeric not null,
  reached numeric,
  reached_on date,
  evidence text,
  primary key (district, project_id, position),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.target is 'Performance targets with what was reached; never a count of filings or grants (law/programmes/project-targets.json)';

create table programs.milestone (
  district text not null,
  project_id uuid not null,
  position smallint not null,
  label text not null,
  due_on date not null,
  done_on date,
  note text,
  primary key (district, project_id, position),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.milestone is 'What the agreement promises by when';

create table programs.instalment (
  district text not null,
  id uuid not null,
  project_id uuid not null,
  stage text not null check (stage in ('agreement', 'mid-term', 'acceptance')),
  percent numeric(5, 2) not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('planned', 'payable', 'paid', 'failed', 'cancelled')),
  document_no text,
  payable_on date,
  paid_on date,
  reason text,
  primary key (district, id),
  unique (district, project_id, stage),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.instalment is 'Parts of a grant; each has a commitment and, when due, a payable of funds under its id (programs.instalment). Whether it was paid, funds tells';

create table programs.expert (
  district text not null,
  id uuid not null,
  name text not null,
  employer_party_id uuid,
  employer text not null,
  title text not null default '',
  fields text[] not null default '{}',
  agencies text[] not null default '{}',
  note text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id)
);
comment on table programs.expert is 'Experts who may review; agencies are patent agencies they have ties with';

create table programs.conflict (
  district text not null,
  id uuid not null,
  expert_id uuid not null,
  party_id uuid,
  body text not null,
  reason text not null,
  declared_on date not null,
  declared_by text not null,
  primary key (district, id),
  foreign key (district, expert_id) references programs.expert (district, id)
);
comment on table programs.conflict is 'Conflicts of interest an expert declared towards a body; kept for good';
create index conflict_expert on programs.conflict (district, expert_id);

create table programs.review (
  district text not null,
  project_id uuid not null,
  expert_id uuid not null,
  state text not null check (state in ('assigned', 'scored', 'withdrawn')),
  assigned_by text not null,
  assigned_at timestamptz not null,
  points jsonb,
  total numeric(6, 2),
  comment text,
  scored_at timestamptz,
  entered_by text,
  withdrawn_reason text,
  primary key (district, project_id, expert_id),
  foreign key (district, project_id) references programs.project (district, id),
  foreign key (district, expert_id) references programs.expert (district, id)
);
comment on table programs.review is 'Who reviews which project and what each said; a withdrawn one stays and does not count';
comment on column programs.review.points is 'Points by criterion of the call''s terms: {code: points}; total is weighted to 100';
create index review_expert on programs.review (district, expert_id);

create table programs.objection (
  district text not null,
  id uuid not null,
  project_id uuid not null,
  by_name text,
  text text not null,
  received_on date not null,
  answer text,
  upheld boolean,
  answered_on date,
  answered_by text,
  primary key (district, id),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.objection is 'Objections during publicity, named or anonymous (by_name null); each must be answered before the project is approved';
create index objection_project on programs.objection (district, project_id);

create table programs.change (
  district text not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  reason text not null,
  proposal text not null,
  term_to date,
  asked_on date not null,
  asked_by text not null,
  decision text check (decision in ('approved', 'refused')),
  decided_on date,
  decided_by text,
  decision_note text,
  primary key (district, id),
  foreign key (district, project_id) references programs.project (district, id)
);
comment on table programs.change is 'Changes asked for while a project runs, with what was decided';
create index change_project on programs.change (district, project_id);
