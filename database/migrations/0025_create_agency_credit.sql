create schema agency_credit;

create table agency_credit.event (
  district text not null,
  id uuid not null,
  subject_type text not null check (subject_type in ('agency', 'person')),
  subject_id uuid not null,
  subject_label text not null,
  agency_id uuid,
  sort text not null,
  happened_on date not null,
  expires_on date,
  revoked_on date,
  revoked_basis text,
  repaired_on date,
  repair_id uuid,
  document_no text,
  document_key text,
  authority text not null default '',
  text text not null,
  origin text not null check (origin in ('register', 'signal', 'association', 'officer')),
  origin_key text not null,
  source jsonb,
  proof_sha256 text,
  proof_name text,
  proof_media_type text,
  proof_size integer,
  entered_by text,
  entered_by_name text not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (district, id),
  unique (district, origin, origin_key),
  check (origin <> 'officer' or proof_sha256 is not null),
  check (revoked_on is null or revoked_basis is not null)
);
comment on table agency_credit.event is 'What counts for or against agencies and their people: taken from the register of agencies, confirmed signals, the association, or entered by an officer with a proof';
comment on column agency_credit.event.sort is 'What happened, in the words of the rules of law/agencies; which item and how many points it is follows from the rules of the day asked about';
comment on column agency_credit.event.document_key is 'Number of the paper without variants of writing: grounds of one paper count once';
comment on column agency_credit.event.revoked_on is 'Day from which it is void (court, its authority); days before keep it';
comment on column agency_credit.event.origin_key is 'Ground of the register, signal, or penalty it was taken from; its own id where an officer entered it';
comment on column agency_credit.event.withdrawn_at is 'Entered by mistake, or its origin was taken back: counts on no day';
create index event_subject on agency_credit.event (district, subject_type, subject_id);
create index event_document on agency_credit.event (district, document_key) where document_key is not null;

create table agency_credit.standing (
  district text not null,
  subject_type text not null check (subject_type in ('agency', 'person')),
  subject_id uuid not null,
  basis text not null check (basis in ('current', 'published')),
  rule_set text not null,
  from_on date not null,
  to_on date,
  score numeric(6, 1),
  grade text,
  primary key (district, subject_type, subject_id, basis, from_on)
);
comment on table agency_credit.standing is 'Derived: stretches of days on which the score of a subject does not change, for every agency the rules apply to and every person with events';
comment on column agency_credit.standing.basis is 'current: all events known today; published: from each final result on, the events of that result alone, as far as they still count';
comment on column agency_credit.standing.to_on is 'Last day; null = open';

create table agency_credit.round (
  district text not null,
  id uuid not null,
  title text not null,
  as_of date not null,
  rule_set text not null,
  rule_version text not null,
  opened_by text,
  opened_by_name text not null,
  opened_at timestamptz not null,
  demo boolean not null default false,
  primary key (district, id),
  unique (district, title)
);
comment on table agency_credit.round is 'Rounds in which agencies are evaluated as of one day';

create table agency_credit.evaluation (
  district text not null,
  id uuid not null,
  round_id uuid not null,
  file_id uuid not null,
  subject_type text not null check (subject_type in ('agency', 'person')),
  subject_id uuid not null,
  subject_label text not null,
  agency_id uuid not null,
  party_id uuid,
  town_code text,
  preliminary_score numeric(6, 1),
  preliminary_grade text,
  preliminary jsonb not null,
  noticed_on date,
  final_score numeric(6, 1),
  final_grade text,
  final jsonb,
  final_on date,
  primary key (district, id),
  unique (district, file_id),
  unique (district, round_id, subject_type, subject_id),
  foreign key (district, round_id) references agency_credit.round (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table agency_credit.evaluation is 'Evaluation of one agency or person in a round; where it stands is the state of its file';
comment on column agency_credit.evaluation.preliminary is 'The trace as it was told to the subject: {lines}';
create index evaluation_subject on agency_credit.evaluation (district, subject_type, subject_id);
create index evaluation_agency on agency_credit.evaluation (district, agency_id);

create table agency_credit.objection (
  district text not null,
  id uuid not null,
  evaluation_id uuid not null,
  event_ids uuid[] not null default '{}',
  text text not null,
  received_on date not null,
  by_name text not null,
  first_opinion text,
  first_supports boolean,
  first_on date,
  decision text,
  upheld boolean,
  decided_on date,
  primary key (district, id),
  foreign key (district, evaluation_id) references agency_credit.evaluation (district, id)
);
comment on table agency_credit.objection is 'Objections to a preliminary result with both reviews';
comment on column agency_credit.objection.event_ids is 'Events it is about; empty: the result as a whole. Those of an upheld objection are withdrawn';
create index objection_evaluation on agency_credit.objection (district, evaluation_id);

create table agency_credit.repair (
  district text not null,
  id uuid not null,
  evaluation_id uuid not null,
  event_ids uuid[] not null,
  text text not null,
  asked_on date not null,
  by_name text not null,
  first_opinion text,
  first_supports boolean,
  first_on date,
  decision text,
  granted boolean,
  decided_on date,
  primary key (district, id),
  foreign key (district, evaluation_id) references agency_credit.evaluation (district, id),
  check (cardinality(event_ids) > 0)
);
comment on table agency_credit.repair is 'Repairs asked for after a result: granted ones end the named events from the day of the decision on';
create index repair_evaluation on agency_credit.repair (district, evaluation_id);

select platform.guard_by_district('agency_credit.event');
select platform.guard_by_district('agency_credit.standing');
select platform.guard_by_district('agency_credit.round');
select platform.guard_by_district('agency_credit.evaluation');
select platform.guard_by_district('agency_credit.objection');
select platform.guard_by_district('agency_credit.repair');
