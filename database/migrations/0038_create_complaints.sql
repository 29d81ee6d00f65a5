create schema complaints;

create table complaints.letter (
  district text not null,
  id uuid not null,
  source text not null check (source in ('desk', 'public', '12315', 'hand-over', 'watch', 'inspection')),
  source_key text,
  source_href text,
  received_on date not null,
  entered_at timestamptz not null,
  entered_by uuid,
  entered_by_name text not null,
  back_dated_reason text,
  person_kind text not null check (person_kind in ('anonymous', 'named', 'body', 'elsewhere')),
  person_label text not null,
  person_key text,
  subject_name text not null,
  subject_key text not null,
  subject_uscc text,
  subject_natural boolean not null default false,
  party_id uuid,
  address text,
  town_code text,
  right_kind text check (right_kind in ('trademark', 'patent', 'gi')),
  right_number text,
  right_holder text,
  behaviour_row smallint,
  happened_on date,
  stage text,
  electronic boolean not null default false,
  title text not null,
  statement text not null,
  wish text,
  stated_due_on date,
  primary key (district, id)
);
comment on table complaints.letter is 'What came in from outside, as it came: one letter may hold a complaint and a report, each handled apart (order 121, art. 9)';
comment on column complaints.letter.source_key is 'Number of the thing in its source: public report, number of the 12315 list';
comment on column complaints.letter.person_kind is 'anonymous; named person; body; elsewhere: the identity stays sealed where the letter came from';
comment on column complaints.letter.person_label is 'Masked name, as everybody may see it; the whole of it is in complaints.person alone';
comment on column complaints.letter.person_key is 'Keyed hash of name and contact: tells whether two letters are of one person';
comment on column complaints.letter.subject_key is 'Normalised name, for finding the same matter';
comment on column complaints.letter.stated_due_on is 'Day the list of 12315 states as the last; shown beside the clock, which the law sets';
comment on column complaints.letter.back_dated_reason is 'Why it was entered after the day it came in; null where it was entered in time';
create unique index letter_source on complaints.letter (district, source, source_key) where source_key is not null;
create index letter_subject on complaints.letter (district, subject_key, received_on);
create index letter_uscc on complaints.letter (district, subject_uscc, received_on) where subject_uscc is not null;

create table complaints.person (
  district text not null,
  letter_id uuid not null,
  sealed text not null,
  primary key (district, letter_id),
  foreign key (district, letter_id) references complaints.letter (district, id)
);
comment on table complaints.person is 'Name and contact of who complained or reported, sealed (AES-256-GCM) to the letter; opened only with the permission and an entry in the log';

create table complaints.matter (
  district text not null,
  id uuid not null,
  letter_id uuid not null,
  sort text not null check (sort in ('complaint', 'report')),
  organisation_code text not null,
  route jsonb not null,
  joined_to uuid,
  joined_reason jsonb,
  parted_reason text,
  split_from uuid,
  case_id uuid,
  case_number text,
  case_outcome text,
  accepted_on date,
  outcome text,
  ground text,
  result text,
  agreed_fen bigint,
  decided_on date,
  answered_on date,
  receiver text,
  notice_numbers jsonb not null default '{}',
  primary key (district, id),
  foreign key (district, letter_id) references complaints.letter (district, id),
  check (joined_to is null or joined_reason is not null),
  check (joined_to is distinct from id)
);
comment on table complaints.matter is 'One complaint (投诉) or one report (举报) of a letter; the id is that of the file of its procedure';
comment on column complaints.matter.route is 'Why it went to this body: list of reasons {rule, word, code}';
comment on column complaints.matter.joined_to is 'The earlier matter it is handled with; null where it goes its own way';
comment on column complaints.matter.joined_reason is 'By what the two were held to be the same: {by, match, value, number, days, person}';
comment on column complaints.matter.case_id is 'Case the report became a clue of (cases.case_file)';
comment on column complaints.matter.notice_numbers is 'Official numbers taken for its papers, by template';
create index matter_letter on complaints.matter (district, letter_id);
create index matter_joined on complaints.matter (district, joined_to) where joined_to is not null;
create index matter_case on complaints.matter (district, case_id) where case_id is not null;
create index matter_organisation on complaints.matter (district, organisation_code);

create table complaints.listed_clue (
  district text not null,
  record_key text not null,
  number text not null,
  sort text not null check (sort in ('complaint', 'report', 'both')),
  received_on date not null,
  person_sealed text,
  person_label text,
  subject_name text not null,
  subject_uscc text,
  address text,
  problem text not null,
  stage text,
  unit text,
  due_on date,
  letter_id uuid,
  withdrawn boolean not null default false,
  primary key (district, record_key)
);
comment on table complaints.listed_clue is 'Lines of 12315 lists as the last committed list states them; a job opens the files. A line whose list was taken back is marked: an untouched file is taken back with it';
comment on column complaints.listed_clue.person_sealed is 'Who complained or reported, sealed to the record key';
create index listed_clue_waiting on complaints.listed_clue (district) where letter_id is null or withdrawn;

create table procedures.calendar_feed (
  district text not null,
  user_id uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (district, user_id)
);
comment on table procedures.calendar_feed is 'Secret addresses of calendars, one per person; only a keyed hash of the token is kept, a new one takes the place of the old';
create unique index calendar_feed_token on procedures.calendar_feed (token_hash);

create table procedures.escalation (
  district text not null,
  file_id uuid not null,
  clock text not null,
  round integer not null,
  due_on date not null,
  told_at timestamptz not null,
  primary key (district, file_id, clock, round, due_on)
);
comment on table procedures.escalation is 'Clocks of which heads were told before they run out: once for each last day';

select platform.guard_by_district(name::regclass) from unnest(array[
  'complaints.letter', 'complaints.person', 'complaints.matter', 'complaints.listed_clue', 'procedures.calendar_feed', 'procedures.escalation'
]) as name;
