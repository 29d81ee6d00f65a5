create schema cultivation;

create table cultivation.campaign (
  district text not null,
  id uuid not null,
  template text,
  title text not null,
  clause text not null,
  subject text not null,
  purpose text not null default '',
  caution text,
  steps jsonb not null,
  questions jsonb not null default '[]',
  responsible text,
  assignment text not null check (assignment in ('town', 'none')),
  state text not null check (state in ('draft', 'running', 'closed')),
  from_on date not null,
  to_on date not null,
  baseline_on date,
  goal integer,
  rule_version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  closed_at timestamptz,
  close_note text,
  refreshed_on date,
  refreshed_at timestamptz,
  facts_at timestamptz,
  registers_at text,
  problem text,
  demo boolean not null default false,
  primary key (district, id)
);
comment on table cultivation.campaign is 'Campaigns: whom a rule selects from a baseline on, worked by people, with results read from the registers (docs/adr/0015)';
comment on column cultivation.campaign.steps is 'Steps as of the template at creation: [{code, label, text, fromRegister}]';
comment on column cultivation.campaign.responsible is 'Body of the jurisdiction''s organisation';
comment on column cultivation.campaign.baseline_on is 'Day of which the baseline was taken: the first day of the period, or the day of the start if that came earlier';
comment on column cultivation.campaign.refreshed_on is 'Day of the facts the states of the targets were last read from';
comment on column cultivation.campaign.facts_at is 'When the facts that were read had been computed: the same facts are not read twice';
comment on column cultivation.campaign.registers_at is 'State of the registers (platform.register_version) names, towns and ids of the targets were last followed from';
comment on column cultivation.campaign.problem is 'Why the rules could not be read any more (a fact was removed); null while they can';
create index campaign_state on cultivation.campaign (district, state);

create table cultivation.campaign_rule (
  district text not null,
  campaign_id uuid not null,
  version integer not null,
  target_rule text not null,
  success_rule text not null,
  stay_rule text,
  note text,
  actor_name text not null,
  at timestamptz not null,
  primary key (district, campaign_id, version),
  foreign key (district, campaign_id) references cultivation.campaign (district, id)
);
comment on table cultivation.campaign_rule is 'Rules of a campaign by version; the last one applies';
comment on column cultivation.campaign_rule.stay_rule is 'Who remains in question (enterprise.active); where it is false the target leaves';

create table cultivation.target (
  district text not null,
  id uuid not null,
  campaign_id uuid not null,
  subject_id uuid not null,
  subject_key text not null,
  label text not null,
  party_id uuid,
  town_code text,
  late boolean not null,
  entered_on date not null,
  work text not null default 'open' check (work in ('open', 'contacted', 'in-progress', 'declined')),
  outcome text check (outcome in ('succeeded', 'reverted', 'left')),
  state text not null generated always as (coalesce(outcome, work)) stored,
  step text,
  assignee_id uuid,
  visits integer not null default 0,
  contacted_on date,
  last_visit_on date,
  next_on date,
  next_step text,
  succeeded_on date,
  reverted_on date,
  left_on date,
  left_kind text check (left_kind in ('gone', 'stay', 'rule')),
  left_reason text,
  version integer not null default 1,
  primary key (district, id),
  unique (district, campaign_id, subject_id),
  foreign key (district, campaign_id) references cultivation.campaign (district, id)
);
comment on table cultivation.target is 'Subjects a campaign works on, with where each stands. Never deleted: who leaves keeps the log';
comment on column cultivation.target.subject_key is 'record_key of the subject in its register: a subject that is taken back and returns has another id and the same key';
comment on column cultivation.target.label is 'Name when last seen in the register';
comment on column cultivation.target.party_id is 'Party that is visited: the subject itself, or the first holder';
comment on column cultivation.target.work is 'Where people are, by the latest visit';
comment on column cultivation.target.outcome is 'What the registers show; written by cultivation.refresh-campaigns alone. reverted: had succeeded and no longer does';
comment on column cultivation.target.left_kind is 'gone: no longer in the register; stay: struck off, moved out, ended; rule: dropped by a changed rule';
create index target_campaign on cultivation.target (district, campaign_id, state, town_code);
create index target_subject on cultivation.target (district, subject_id);
create index target_party on cultivation.target (district, party_id);
create index target_assignee on cultivation.target (district, assignee_id, next_on) where assignee_id is not null;

create table cultivation.visit (
  district text not null,
  id uuid not null,
  target_id uuid not null,
  visited_on date not null,
  channel text not null check (channel in ('on-site', 'phone', 'online', 'meeting')),
  person text,
  summary text not null,
  result text not null check (result in ('contacted', 'in-progress', 'declined', 'not-found')),
  step text,
  next_step text,
  next_on date,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  note text,
  counts boolean not null default true,
  demo boolean not null default false,
  primary key (district, id),
  foreign key (district, target_id) references cultivation.target (district, id)
);
comment on table cultivation.visit is 'Log of visits; appended, never changed or deleted. The id is made by the device that logs, so that a draft sent twice is logged once';
comment on column cultivation.visit.person is 'Who was met, as far as needed: name or post; no telephone number';
comment on column cultivation.visit.counts is 'False: came in after the campaign closed or the target left; kept, but moves nothing';
create index visit_target on cultivation.visit (district, target_id, visited_on desc);
create index visit_recent on cultivation.visit (district, visited_on desc, at desc);

create table cultivation.visit_photo (
  district text not null,
  visit_id uuid not null,
  sha256 text not null,
  position smallint not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  at timestamptz not null,
  primary key (district, visit_id, sha256),
  foreign key (district, visit_id) references cultivation.visit (district, id)
);
comment on table cultivation.visit_photo is 'Photos of visits by content; read through the visit and its scope alone';

create table cultivation.history (
  district text not null,
  seq bigint generated always as identity,
  campaign_id uuid not null,
  target_id uuid,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  actor_name text not null,
  text text not null,
  evidence jsonb,
  primary key (district, seq),
  foreign key (district, campaign_id) references cultivation.campaign (district, id)
);
comment on table cultivation.history is 'What happened to campaigns (target_id null) and to targets, in sentences; appended in the transaction of the change';
comment on column cultivation.history.on_day is 'Day of the facts the change was read from; for acts of people the day of the act';
comment on column cultivation.history.evidence is 'Trace of the rule that was met or no longer is: sentences with their inputs';
create index history_campaign on cultivation.history (district, campaign_id, seq) where target_id is null;
create index history_target on cultivation.history (district, target_id, seq) where target_id is not null;

create table cultivation.progress (
  district text not null,
  campaign_id uuid not null,
  on_day date not null,
  town_code text not null default '',
  targets integer not null,
  succeeded integer not null,
  reverted integer not null,
  primary key (district, campaign_id, on_day, town_code),
  foreign key (district, campaign_id) references cultivation.campaign (district, id)
);
comment on table cultivation.progress is 'Figures of a campaign by town at the end of each day on which they were read; the curve. Contacts are counted from the log itself';

create table cultivation.pool_entry (
  district text not null,
  id uuid not null,
  trademark_id uuid not null,
  trademark_key text not null,
  mark text not null,
  stage text not null,
  route text check (route in ('administrative', 'review', 'court')),
  evidence jsonb not null default '{}',
  note text,
  since date not null,
  added_by text not null,
  removed_on date,
  version integer not null default 1,
  demo boolean not null default false,
  primary key (district, id)
);
comment on table cultivation.pool_entry is 'Cultivation pool of well-known marks: marks whose evidence is being prepared. Internal; no title is conferred (商标法 第十四条)';
comment on column cultivation.pool_entry.evidence is 'Noted by hand: {code: {have, note}}; what the registers tell is not kept here';
create unique index pool_entry_mark on cultivation.pool_entry (district, trademark_key) where removed_on is null;
