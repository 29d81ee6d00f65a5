create schema cases;

create table cases.case_file (
  district text not null,
  id uuid not null,
  number text not null,
  track text not null default 'general' check (track in ('general', 'summary')),
  title text not null,
  text text not null,
  source_kind text not null check (source_kind in ('complaint', 'report', 'inspection', 'watch', 'hand-over', 'own')),
  source_module text,
  source_id text,
  source_label text not null,
  source_href text,
  received_on date not null,
  town_code text,
  organisation_code text not null,
  behaviour_row smallint,
  electronic boolean not null default false,
  foreign_related boolean not null default false,
  well_known boolean not null default false,
  mediated boolean not null default false,
  act_from date,
  act_to date,
  act_place text,
  act_text text,
  service_mark boolean not null default false,
  serious boolean not null default false,
  order_ignored boolean not null default false,
  endangers boolean not null default false,
  prior_penalty boolean not null default false,
  first_offence boolean not null default false,
  corrected boolean not null default false,
  no_fault boolean not null default false,
  gain_fen bigint,
  loss_fen bigint,
  labels integer not null default 0,
  unsold_labels integer not null default 0,
  amount jsonb,
  business_fen bigint,
  hit boolean not null default false,
  transfer_open boolean not null default false,
  filed_on date,
  decided_on date,
  closed_on date,
  recovered_fen bigint not null default 0,
  recovered_foreign_fen bigint not null default 0,
  back_dated_reason text,
  revision integer not null default 1,
  registered_by_name text not null,
  registered_at timestamptz not null,
  primary key (district, id),
  check (act_from is null or act_to is null or act_from <= act_to),
  check (track <> 'summary' or source_kind is not null)
);
comment on table cases.case_file is 'Administrative cases, from the clue on; the id is that of the file of the procedure, whose state is where the case stands';
comment on column cases.case_file.town_code is 'Where the act took place or the suspect sits; the kernel file carries none, so that people of towns do not reach it';
comment on column cases.case_file.organisation_code is 'Body that handles the case; its people alone reach it besides those of the district';
comment on column cases.case_file.behaviour_row is 'Row of the statistics form (law/offences/behaviours.json)';
comment on column cases.case_file.endangers is 'Danger to life, health or financial safety with harm done: the longer limitation';
comment on column cases.case_file.amount is 'Illegal business amount as worked out from the goods at the last edit, with its steps';
comment on column cases.case_file.hit is 'Whether the last reading of the criminal thresholds reached one';
comment on column cases.case_file.transfer_open is 'A threshold is reached that no decision on a transfer covers: the case cannot be decided';
comment on column cases.case_file.back_dated_reason is 'Why the entry was made later than what it tells of; null where it was made in time';
comment on column cases.case_file.revision is 'Moves with each edit: who saves upon an older one is refused';
create unique index case_number on cases.case_file (district, number);
create index case_source on cases.case_file (district, source_module, source_id) where source_id is not null;
create index case_decided on cases.case_file (district, decided_on) where decided_on is not null;
create index case_filed on cases.case_file (district, filed_on) where filed_on is not null;
create index case_closed on cases.case_file (district, closed_on) where closed_on is not null;

create table cases.clue (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  source_kind text not null,
  source_module text not null,
  source_id text not null,
  source_label text not null,
  source_href text,
  received_on date not null,
  title text not null,
  text text not null,
  entered_at timestamptz not null,
  entered_by_name text not null,
  primary key (district, id),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.clue is 'What came in about a case: the first clue, and further ones about the same suspect and behaviour, joined with it';
create index clue_case on cases.clue (district, case_id);
create unique index clue_source on cases.clue (district, source_module, source_id);

create table cases.party (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  side text not null check (side in ('suspect', 'holder', 'third')),
  is_natural boolean not null,
  name text not null,
  uscc text,
  address text,
  town_code text,
  phone text,
  representative text,
  party_id uuid,
  survivor_party_id uuid,
  survivor_name text,
  merged_on date,
  merged_reason text,
  position smallint not null,
  primary key (district, id),
  foreign key (district, case_id) references cases.case_file (district, id),
  check ((survivor_name is null) = (merged_on is null))
);
comment on table cases.party is 'Who takes part in a case, by the name of then; personal data';
comment on column cases.party.survivor_name is 'Who took over the party by a merger during the case: the name of then stays beside it';
create index party_case on cases.party (district, case_id);
create index party_of on cases.party (district, party_id) where party_id is not null;
create index party_survivor on cases.party (district, survivor_party_id) where survivor_party_id is not null;

create table cases.case_right (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('trademark', 'patent', 'gi')),
  number text not null,
  name text,
  class text,
  holder text,
  valid_on_act boolean,
  position smallint not null,
  primary key (district, id),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.case_right is 'Rights a case is about, by number';
comment on column cases.case_right.valid_on_act is 'Whether the register showed it in force on the day of the act; null where it does not know the number';
create index case_right_case on cases.case_right (district, case_id);
create index case_right_number on cases.case_right (district, kind, number);

create table cases.goods (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  name text not null,
  spec text,
  unit text not null,
  quantity numeric not null,
  sold boolean not null,
  price_fen bigint not null,
  basis text not null,
  note text,
  position smallint not null,
  primary key (district, id),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.goods is 'Goods of a case, each with the price it counts at and the basis of that price (商标法实施条例 78); price_fen is of one piece, for revenue of the line';
create index goods_case on cases.goods (district, case_id);

create table cases.threshold_reading (
  district text not null,
  case_id uuid not null,
  seq integer not null,
  read_at timestamptz not null,
  read_by_name text not null,
  cause text not null,
  business_fen bigint not null,
  gain_fen bigint,
  readings jsonb not null,
  hit boolean not null,
  primary key (district, case_id, seq),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.threshold_reading is 'Criminal thresholds as read at each edit of an amount; append-only';

create table cases.officer (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  officer_id uuid not null,
  user_id uuid,
  name text not null,
  unit text,
  certificate_no text,
  certificate_until date,
  part text not null check (part in ('lead', 'assist')),
  position smallint not null,
  since date not null,
  until date,
  recused_reason text,
  primary key (district, id),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.officer is 'Officers of a case with the certificate they held when they were named; the present ones have no end';
comment on column cases.officer.officer_id is 'organisation.officer: whether the certificate still holds is read there';
create index officer_case on cases.officer (district, case_id);
create index officer_now on cases.officer (district, officer_id) where until is null;

create table cases.entry (
  district text not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  on_day date not null,
  data jsonb not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  back_dated_reason text,
  primary key (district, case_id, seq),
  foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.entry is 'What was recorded in a case: proposals, reviews, discussions, hearings, statements, service, payments, transfers, exclusions; append-only';
comment on column cases.entry.back_dated_reason is 'Why it was entered after its day; null where it was entered in time';
create index entry_kind on cases.entry (district, case_id, kind);

create table cases.decision (
  district text not null,
  case_id uuid not null,
  seq smallint not null,
  kind text not null check (kind in ('penalty', 'no-penalty', 'transfer-judicial', 'transfer-elsewhere', 'cancelled')),
  decided_on date not null,
  warning boolean not null default false,
  fine_fen bigint not null default 0 check (fine_fen >= 0),
  confiscated_fen bigint not null default 0 check (confiscated_fen >= 0),
  confiscated_goods text,
  other text,
  ground text,
  reasons text not null,
  law jsonb,
  range_min_fen bigint,
  range_max_fen bigint,
  to_organisation text,
  decided_by_name text not null,
  paper_no text,
  served_on date,
  superseded_reason text,
  primary key (district, case_id, seq),
  foreign key (district, case_id) references cases.case_file (district, id),
  check (kind = 'penalty' or (fine_fen = 0 and not warning))
);
comment on table cases.decision is 'Decisions of a case; the one in force is not superseded';
comment on column cases.decision.law is 'Text of the law that was chosen and what it was compared with, as read on the day of the decision';
create unique index decision_in_force on cases.decision (district, case_id) where superseded_reason is null;

create table cases.row (
  district text not null,
  id uuid not null,
  number text not null,
  title text not null,
  state text not null,
  stage smallint not null,
  open boolean not null,
  track text not null,
  source_kind text not null,
  organisation_code text not null,
  town_code text,
  behaviour_row smallint,
  suspects text not null,
  words text not null,
  officer_names text not null,
  electronic boolean not null,
  received_on date not null,
  filed_on date,
  decided_on date,
  due_on date,
  due_clock text,
  hit boolean not null,
  transfer_open boolean not null,
  business_fen bigint,
  fine_fen bigint,
  decision_kind text,
  primary key (district, id)
);
comment on table cases.row is 'One line per case as the list shows it: a projection, written with each change of the case, its state and its clocks';
comment on column cases.row.due_on is 'Nearest last day of a running clock that limits the office; null where none runs or it stands still';
create index row_received on cases.row (district, received_on desc, id);
create index row_organisation on cases.row (district, organisation_code, received_on desc, id);
create index row_state on cases.row (district, state, received_on desc, id);
create index row_due on cases.row (district, due_on, id) where open and due_on is not null;
create index row_due_first on cases.row (district, due_on, id);
create index row_due_last on cases.row (district, due_on desc nulls last, id);
create index row_number on cases.row (district, number, id);
create index row_organisation_due on cases.row (district, organisation_code, due_on, id) where open and due_on is not null;
create index row_behaviour on cases.row (district, behaviour_row, received_on desc, id);
create index row_town on cases.row (district, town_code, received_on desc, id);
create index row_amount on cases.row (district, business_fen desc nulls last, id);
create index row_filed on cases.row (district, filed_on desc nulls last, id);
create index row_decided on cases.row (district, decided_on desc nulls last, id);
create index row_hit on cases.row (district, received_on desc, id) where hit;
create index row_transfer on cases.row (district, received_on desc, id) where transfer_open;
create index row_count on cases.row (district, organisation_code, state, behaviour_row, open, source_kind);

create table cases.row_gram (
  district text not null,
  id uuid not null,
  grams integer[] not null,
  primary key (district, id)
);
comment on table cases.row_gram is 'Hashes of the pairs of characters of cases.row.words: finds candidates of a search by an index, which row-level security would forbid on the words themselves';
create index row_gram_grams on cases.row_gram using gin (grams);

create table cases.adjudication (
  district text not null,
  id uuid not null,
  number text not null,
  received_on date not null,
  town_code text,
  organisation_code text not null,
  petitioner jsonb not null,
  respondent jsonb not null,
  respondent_abroad boolean not null default false,
  patent_number text not null,
  patent_name text,
  claims text not null,
  facts text not null,
  materials text[] not null default '{}',
  accepted_on date,
  handed_on date,
  handed_to text,
  panel jsonb,
  outcome jsonb,
  concluded_on date,
  registered_by_name text not null,
  registered_at timestamptz not null,
  primary key (district, id)
);
comment on table cases.adjudication is 'Requests to decide a dispute over infringement of a patent; a district that is not competent hands them to the city';
create unique index adjudication_number on cases.adjudication (district, number);
create index adjudication_received on cases.adjudication (district, received_on desc);

select platform.guard_by_district('cases.case_file');
select platform.guard_by_district('cases.clue');
select platform.guard_by_district('cases.party');
select platform.guard_by_district('cases.case_right');
select platform.guard_by_district('cases.goods');
select platform.guard_by_district('cases.threshold_reading');
select platform.guard_by_district('cases.officer');
select platform.guard_by_district('cases.entry');
select platform.guard_by_district('cases.decision');
select platform.guard_by_district('cases.adjudication');
select platform.guard_by_district('cases.row');
