-- Inspections: campaigns, draws, checks on the spot, orders to correct, mark printers, pledges. Where a check or a pledge stands is the state of its file.
create schema inspections;

create table inspections.campaign (
  district text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  document_no text,
  from_on date not null,
  to_on date not null,
  aim text not null default '',
  object_kind text not null,
  checklist text not null,
  target_count integer,
  state text not null check (state in ('running', 'closed')),
  created_by text not null,
  created_at timestamptz not null,
  closed_on date,
  results text,
  demo boolean not null default false,
  primary key (district, id),
  check (from_on <= to_on)
);
comment on table inspections.campaign is 'Special actions: what is looked at, from when to when, with how many checks as the aim';

create table inspections.campaign_figure (
  district text not null,
  id uuid not null,
  campaign_id uuid not null,
  code text not null,
  on_day date not null,
  value numeric not null,
  note text,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, campaign_id) references inspections.campaign (district, id)
);
comment on table inspections.campaign_figure is 'Figures of a campaign that no register knows (links removed, platforms urged), entered one by one and only added; a wrong one is set right by its negative';
create index campaign_figure_campaign on inspections.campaign_figure (district, campaign_id, code);

create table inspections.officer_link (
  district text not null,
  officer_id uuid not null,
  user_id uuid not null,
  set_by text not null,
  at timestamptz not null,
  primary key (district, officer_id),
  unique (district, user_id)
);
comment on table inspections.officer_link is 'Which account signs in for which officer of the register of certificates';

create table inspections.draw (
  district text not null,
  id uuid not null,
  number text not null,
  campaign_id uuid,
  title text not null,
  object_kind text not null,
  checklist text not null,
  draw_count integer not null check (draw_count > 0),
  officers_per_object integer not null check (officers_per_object >= 2),
  due_on date not null,
  state text not null check (state in ('prepared', 'drawn', 'void')),
  lists jsonb not null,
  list_hash text not null,
  commitment text not null,
  secret text not null,
  public_text text,
  public_source text,
  witness text,
  seed text,
  result jsonb,
  prepared_by text not null,
  prepared_at timestamptz not null,
  drawn_by text,
  drawn_at timestamptz,
  void_reason text,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, number),
  foreign key (district, campaign_id) references inspections.campaign (district, id),
  check ((state = 'drawn') = (result is not null))
);
comment on table inspections.draw is 'Double-random draws of objects and officers; lists and commitment stand before the public text is known, so that nobody chooses the seed';
comment on column inspections.draw.lists is 'What is drawn from, as hashed: {algorithm, count, officersPerObject, objects, officers, conflicts}; docs/inspection-draw.md';
comment on column inspections.draw.list_hash is 'SHA-256 of the canonical text of the lists';
comment on column inspections.draw.commitment is 'SHA-256 of the secret, shown when the draw is prepared; the secret is shown only once it is drawn';

create table inspections.task (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  campaign_id uuid,
  draw_id uuid,
  origin text not null check (origin in ('draw', 'campaign', 'lead')),
  object_kind text not null,
  object_id uuid,
  name text not null,
  uscc text,
  party_id uuid,
  agency_id uuid,
  town_code text,
  address text,
  organisation_code text not null,
  checklist text not null,
  due_on date not null,
  officers jsonb not null default '[]',
  round integer not null default 1,
  checked_on date,
  outcome text check (outcome in ('fit', 'correct', 'case', 'hand-over')),
  failed integer,
  case_id uuid,
  case_number text,
  created_by text not null,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id),
  foreign key (district, campaign_id) references inspections.campaign (district, id),
  foreign key (district, draw_id) references inspections.draw (district, id)
);
comment on table inspections.task is 'Checks to be made on the spot, with who makes them; round counts the check and its re-checks';
comment on column inspections.task.officers is '[{officerId, userId, name, certificateNo, certificateTo, unit}]; userId null: no account is linked to the officer';
comment on column inspections.task.outcome is 'Of the last record that stands: fit 合格, correct 限期整改, case 立案, hand-over 移送';
create index task_party on inspections.task (district, party_id) where party_id is not null;
create index task_agency on inspections.task (district, agency_id) where agency_id is not null;
create index task_campaign on inspections.task (district, campaign_id);
create index task_object on inspections.task (district, object_kind, object_id);

create table inspections.record (
  district text not null,
  id uuid not null,
  task_id uuid not null,
  round integer not null,
  checked_on date not null,
  checklist text not null,
  checklist_from date not null,
  answers jsonb not null,
  outcome text not null check (outcome in ('fit', 'correct', 'case', 'hand-over')),
  correct_by date,
  officers text[] not null,
  person text,
  person_title text,
  statement text,
  signature text not null check (signature in ('signed', 'refused', 'absent')),
  signature_sha256 text,
  note text,
  latitude double precision,
  longitude double precision,
  accuracy_m double precision,
  state text not null check (state in ('standing', 'held', 'supplement', 'set-aside', 'superseded')),
  conflict jsonb,
  concerns jsonb not null default '[]',
  resolved_by text,
  resolved_at timestamptz,
  resolve_reason text,
  finished_at timestamptz,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, task_id) references inspections.task (district, id)
);
comment on table inspections.record is 'What was found on the spot; the id is made by the device, so the same draft sent twice is one record';
comment on column inspections.record.state is 'standing: counts for its round; held: came when the task had moved on, waits for a decision; supplement, set-aside, superseded: as decided';
comment on column inspections.record.conflict is '{kind, text, at}: why it is held, in the words of that moment';
comment on column inspections.record.concerns is 'What a reader must know and nobody corrected: an expired certificate, a day after the due day';
comment on column inspections.record.answers is '[{code, result: yes|no|na, found}] by the checklist in force on the day of the check';
create index record_task on inspections.record (district, task_id, at);
create unique index record_standing on inspections.record (district, task_id, round) where state = 'standing';

create table inspections.record_photo (
  district text not null,
  record_id uuid not null,
  sha256 text not null,
  evidence_id uuid,
  item_code text,
  position integer not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  taken_at timestamptz,
  at timestamptz not null,
  primary key (district, record_id, sha256),
  foreign key (district, record_id) references inspections.record (district, id)
);
comment on table inspections.record_photo is 'Photos of a record and the drawn signature (item_code signature), by content; kept as evidence of the file';

create table inspections.correction (
  district text not null,
  id uuid not null,
  task_id uuid not null,
  round integer not null,
  number text not null,
  issued_on date not null,
  days integer not null check (days > 0),
  items jsonb not null,
  note text,
  issued_by text not null,
  primary key (district, id),
  unique (district, number),
  unique (district, task_id, round),
  foreign key (district, task_id) references inspections.task (district, id)
);
comment on table inspections.correction is 'Orders to correct, numbered without gaps; the time runs as clock correction of the file';
comment on column inspections.correction.items is '[{code, label, article, found, requirement}] as ordered';

create table inspections.printer (
  district text not null,
  id uuid not null,
  party_id uuid,
  name text not null,
  uscc text,
  town_code text,
  address text,
  licence_no text,
  licence_to date,
  scope text,
  contact text,
  registered_on date not null,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id)
);
comment on table inspections.printer is 'Register of mark printers';
create unique index printer_party on inspections.printer (district, party_id) where party_id is not null and ended_on is null;

create table inspections.printer_person (
  district text not null,
  id uuid not null,
  printer_id uuid not null,
  name text not null,
  part text not null,
  trained_on date,
  certificate_no text,
  from_on date not null,
  to_on date,
  primary key (district, id),
  foreign key (district, printer_id) references inspections.printer (district, id)
);
comment on table inspections.printer_person is 'Who manages mark printing at a printer, with training';

create table inspections.printer_entry (
  district text not null,
  id uuid not null,
  printer_id uuid not null,
  no integer not null,
  kind text not null check (kind in ('intake', 'stock-in', 'stock-out', 'destruction')),
  on_day date not null,
  intake_id uuid,
  client text,
  client_uscc text,
  mark_name text,
  mark_number text,
  quantity integer,
  papers jsonb not null default '{}',
  archived_on date,
  receiver text,
  method text,
  witness text,
  note text,
  reverses uuid,
  reason text,
  keep_until date not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, printer_id, no),
  unique (district, reverses),
  foreign key (district, printer_id) references inspections.printer (district, id),
  foreign key (district, intake_id) references inspections.printer_entry (district, id)
);
comment on table inspections.printer_entry is 'Ledgers of a printer: commissions taken in, labels into and out of stock, waste destroyed; entries are only added, a wrong one is reversed';
comment on column inspections.printer_entry.papers is 'Which papers of the client are on file: {code: true}';
comment on column inspections.printer_entry.keep_until is 'Until when the law wants it kept';
create index printer_entry_intake on inspections.printer_entry (district, intake_id);

create table inspections.pledge (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null,
  party_id uuid,
  name text not null,
  uscc text,
  town_code text,
  operator text,
  year integer not null,
  given jsonb not null default '{}',
  commitments text[] not null default '{}',
  conditions jsonb,
  level text not null default 'district',
  decisions jsonb not null default '[]',
  from_on date,
  until_on date,
  exited_on date,
  exit_kind text,
  exit_reason text,
  draft_version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table inspections.pledge is 'Pledges of genuine goods and normalised markets, from the application to the exit';
comment on column inspections.pledge.conditions is 'What the facts said when it was filed: [{code, outcome, asOf}]; null before';
comment on column inspections.pledge.decisions is '[{level, result, on, documentNo, note, by}] of the chain of recommendation';
create index pledge_party on inspections.pledge (district, party_id) where party_id is not null;

create table inspections.pledge_review (
  district text not null,
  pledge_id uuid not null,
  year integer not null,
  on_day date not null,
  result text not null check (result in ('kept', 'correct', 'failed')),
  conditions jsonb not null default '[]',
  answers jsonb not null default '[]',
  note text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, pledge_id, year),
  foreign key (district, pledge_id) references inspections.pledge (district, id)
);
comment on table inspections.pledge_review is 'Annual reviews of pledges in force: one of each year';

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'inspections' and c.relkind in ('r', 'p');
