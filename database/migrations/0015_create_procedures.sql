create schema procedures;

create table procedures.file (
  district text not null,
  id uuid not null,
  procedure text not null,
  number text not null,
  state text not null,
  version integer not null default 0,
  subject_kind text not null,
  subject_id text not null,
  subject_label text not null,
  party_id uuid,
  town_code text,
  opened_at timestamptz not null,
  opened_by uuid,
  opened_by_name text not null,
  closed_at timestamptz,
  primary key (district, id),
  unique (district, procedure, number)
);
comment on table procedures.file is 'One matter under way by a declared procedure; state and version are the projection of its action log';
create index file_open on procedures.file (district, procedure, state) where closed_at is null;
create index file_party on procedures.file (district, party_id);
create index file_subject on procedures.file (district, subject_kind, subject_id);

create table procedures.action_log (
  district text not null,
  file_id uuid not null,
  seq integer not null,
  action text not null,
  state_from text,
  state_to text not null,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  note text,
  fields jsonb not null default '{}'::jsonb,
  primary key (district, file_id, seq),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table procedures.action_log is 'Who did what to a file, in order; append-only';
create function procedures.refuse_log_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of a file is never changed or deleted';
end
$$;
create trigger action_log_immutable before delete or update on procedures.action_log for each row execute function procedures.refuse_log_change();

create table procedures.clock (
  district text not null,
  file_id uuid not null,
  clock text not null,
  round integer not null,
  started_on date not null,
  due_on date,
  count integer not null,
  unit text not null,
  article text,
  steps jsonb not null,
  suspensions jsonb not null default '[]'::jsonb,
  stopped_on date,
  primary key (district, file_id, clock, round),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table procedures.clock is 'Periods that run on a file; a clock started again is a new round. due_on is null while it is suspended or where no holiday notice reaches';
comment on column procedures.clock.suspensions is 'Days left out of the count: [{from, to, reason}]; the last one is open while to is null';
create index clock_running on procedures.clock (district, due_on) where stopped_on is null;

create table procedures.document (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  made_from text,
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table procedures.document is 'Papers of a file: given or made from a template (made_from); a withdrawn one stays';
create index document_file on procedures.document (district, file_id);

create table procedures.notice (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  seq integer not null,
  receiver text not null,
  party_id uuid,
  town_code text,
  permission text,
  text text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table procedures.notice is 'What an action of a file tells others: the applicant (party), the town, or whoever holds a permission';
create index notice_recent on procedures.notice (district, at desc);
create index notice_party on procedures.notice (district, party_id, at desc);

create table procedures.notice_read (
  district text not null,
  user_id uuid not null,
  notice_id uuid not null,
  read_at timestamptz not null,
  primary key (district, user_id, notice_id),
  foreign key (district, notice_id) references procedures.notice (district, id) on delete cascade
);
comment on table procedures.notice_read is 'Who has seen which notice';
create sequence procedures.file_number;
