-- Coordination with police, courts, procuratorate and departments: what is handed over, joint tasks, meetings, and the chain of one matter.
create schema coordination;

create table coordination.hand_over (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  kind text not null check (kind in ('criminal', 'administrative', 'clue', 'assistance', 'judicial')),
  from_body text not null,
  to_body text not null,
  copy_bodies text[] not null default '{}',
  title text not null,
  facts text not null,
  request text not null,
  suspects jsonb not null default '[]',
  amount_fen bigint check (amount_fen >= 0),
  document_no text,
  case_id uuid,
  case_number text,
  clue_case_id uuid,
  clue_case_number text,
  revision integer not null default 1,
  saved_by_name text not null,
  saved_at timestamptz not null,
  prepared_by uuid,
  sent_on date,
  received_on date,
  receipt_no text,
  receiver_name text,
  accepted_on date,
  answered_on date,
  answer text check (answer in ('filed', 'refused', 'answered')),
  answer_no text,
  answer_text text,
  on_paper boolean not null default false,
  objected_on date,
  closed_on date,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id),
  check (direction = 'out' or sent_on is not null)
);
comment on table coordination.hand_over is 'What one body hands to another: by the bureau (out) or to it (in); where it stands is the state of its file';
comment on column coordination.hand_over.from_body is 'Code of organisation.body; the people of from_body, to_body and copy_bodies alone read it, and who holds the permission in the whole district';
comment on column coordination.hand_over.revision is 'Counts what was saved; saving on another basis is refused and both texts stay';
comment on column coordination.hand_over.case_id is 'The case it was made from: cases.case, whose people are told of the answer';
comment on column coordination.hand_over.clue_case_id is 'The clue registered from what came in';
comment on column coordination.hand_over.on_paper is 'Answered by a paper that the sender recorded, not by the receiver itself';
create index hand_over_case on coordination.hand_over (district, case_id) where case_id is not null;
create index hand_over_clue on coordination.hand_over (district, clue_case_id) where clue_case_id is not null;
create unique index hand_over_once on coordination.hand_over (district, case_id, to_body) where case_id is not null and closed_on is null;

create table coordination.hand_over_version (
  district text not null,
  hand_over_id uuid not null,
  revision integer not null,
  content jsonb not null,
  kept boolean not null,
  based_on integer not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  id uuid not null,
  primary key (district, id),
  foreign key (district, hand_over_id) references coordination.hand_over (district, id)
);
comment on table coordination.hand_over_version is 'Every text that was saved of a hand-over; kept = false: refused because somebody else had saved first, and kept here so that nothing is lost';
create index version_of on coordination.hand_over_version (district, hand_over_id, revision);

create table coordination.progress (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  body text not null,
  by_name text not null,
  at timestamptz not null,
  text text not null,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table coordination.progress is 'What bodies say of the progress of a hand-over or a joint task, one entry after the other; never changed';
create index progress_of on coordination.progress (district, file_id, at);

create table coordination.meeting (
  district text not null,
  id uuid not null,
  title text not null,
  held_on date not null,
  place text,
  chair_body text not null,
  bodies text[] not null,
  topics text not null,
  minutes text,
  minutes_no text,
  version integer not null default 1,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (district, id)
);
comment on table coordination.meeting is 'Meetings of bodies; what was decided are joint tasks with the number of the decision';

create table coordination.task (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('campaign', 'enforcement', 'exchange', 'training', 'research', 'decision')),
  title text not null,
  content text not null,
  lead_body text not null,
  member_bodies text[] not null,
  due_on date not null,
  meeting_id uuid,
  decision_no integer,
  reported_on date,
  report text,
  done_on date,
  created_on date not null,
  created_by_name text not null,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id),
  foreign key (district, meeting_id) references coordination.meeting (district, id),
  check ((meeting_id is null) = (decision_no is null))
);
comment on table coordination.task is 'Joint tasks and decisions of meetings: who leads, who takes part, until when; where one stands is the state of its file';
create unique index task_decision on coordination.task (district, meeting_id, decision_no) where meeting_id is not null;

create table coordination.matter (
  district text not null,
  id uuid not null,
  title text not null,
  holder_name text not null,
  party_id uuid,
  right_kind text,
  right_number text,
  organisations text[] not null,
  note text,
  opened_by_name text not null,
  opened_on date not null,
  primary key (district, id)
);
comment on table coordination.matter is 'One matter of protection from the holder''s own steps to administrative and judicial protection';

create table coordination.matter_item (
  district text not null,
  id uuid not null,
  matter_id uuid not null,
  lane text not null check (lane in ('own', 'administrative', 'judicial')),
  kind text not null,
  happened_on date not null,
  title text not null,
  text text,
  document_no text,
  ref_kind text check (ref_kind in ('case', 'hand-over', 'aid', 'cross-region')),
  ref_id uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (district, id),
  foreign key (district, matter_id) references coordination.matter (district, id),
  check ((ref_kind is null) = (ref_id is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table coordination.matter_item is 'One step of a matter: entered, or pointing at a case or hand-over that tells its own steps';
create index item_of on coordination.matter_item (district, matter_id, happened_on);
create unique index item_ref on coordination.matter_item (district, matter_id, ref_kind, ref_id) where ref_id is not null and withdrawn_at is null;

select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'coordination' and c.relkind in ('r', 'p');
