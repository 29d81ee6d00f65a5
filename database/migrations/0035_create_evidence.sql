-- Evidence: files with their hash at intake, custody from hand to hand, measures with their things, sealed packages. All of it hangs on files of procedures.
create schema evidence;

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create table evidence.item (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('document', 'photo', 'video', 'object', 'electronic', 'statement', 'record', 'opinion')),
  title text not null,
  file_name text not null,
  sha256 text not null,
  size bigint not null check (size > 0),
  media_type text not null,
  thumbnail_sha256 text,
  captured_at timestamptz,
  received_at timestamptz not null,
  source text not null,
  place text,
  note text,
  exif jsonb,
  doubts jsonb not null default '[]',
  kept_by uuid,
  kept_by_name text not null,
  kept_at timestamptz not null,
  custody_seq integer not null default 0,
  custody_head text,
  primary key (district, id)
);
comment on table evidence.item is 'One piece of evidence: its bytes by SHA-256 as they came in, never changed afterwards';
comment on column evidence.item.captured_at is 'When it was taken as the person says; what the picture itself says is in exif, neither corrects the other';
comment on column evidence.item.doubts is 'Where the stated time, the time in the picture and the time of receipt contradict each other, with reasons; found at intake';
comment on column evidence.item.thumbnail_sha256 is 'A small picture to look at; no evidence itself';
comment on column evidence.item.custody_head is 'Hash of the last entry of its custody';
create index item_content on evidence.item (district, sha256);

create table evidence.file_item (
  district text not null,
  file_id uuid not null,
  item_id uuid not null,
  no integer not null,
  from_file_id uuid,
  reason text,
  added_by_name text not null,
  added_at timestamptz not null,
  set_aside_at timestamptz,
  set_aside_by_name text,
  set_aside_reason text,
  primary key (district, file_id, item_id),
  unique (district, file_id, no),
  foreign key (district, item_id) references evidence.item (district, id),
  foreign key (district, file_id) references procedures.file (district, id),
  check ((set_aside_at is null) = (set_aside_reason is null)),
  check ((from_file_id is null) = (reason is null))
);
comment on table evidence.file_item is 'Which evidence is in which file under which number; from_file_id where it was taken over from another file';
comment on column evidence.file_item.set_aside_at is 'Not used in this file from then on; it stays in the list with the reason';
create index file_item_item on evidence.file_item (district, item_id);

create table evidence.upload (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  file_name text not null,
  size bigint not null check (size > 0),
  sha256 text,
  received bigint not null default 0,
  about jsonb not null,
  begun_at timestamptz not null,
  moved_at timestamptz not null,
  item_id uuid,
  primary key (district, id),
  check (received between 0 and size)
);
comment on table evidence.upload is 'A file on its way in, in pieces; the bytes so far stand in the data folder until it is whole';
comment on column evidence.upload.id is 'Made by the sender, so that the same file begun again goes on where it stopped';
comment on column evidence.upload.about is 'What the sender says of it: kind, title, times, source, place, note';
create index upload_open on evidence.upload (district, file_id, user_id) where item_id is null;

create table evidence.stamp (
  district text not null,
  item_id uuid not null,
  token bytea not null,
  stamped_at timestamptz not null,
  authority text not null,
  serial text not null,
  policy text not null,
  trusted boolean not null,
  kept_at timestamptz not null,
  primary key (district, item_id, kept_at),
  foreign key (district, item_id) references evidence.item (district, id)
);
comment on table evidence.stamp is 'Time-stamp tokens (RFC 3161) over the hash of an item, kept after they were verified';
comment on column evidence.stamp.trusted is 'Whether the certificate leads to an authority the settings name; false where none is named';

create table evidence.measure (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  number text not null,
  kind text not null check (kind in ('preservation', 'sealing', 'detention')),
  rule text not null,
  started_on date not null,
  place text not null,
  holder text not null,
  ground text not null,
  approved_by text not null,
  document_no text,
  events jsonb not null default '[]',
  due_on date,
  state text not null check (state in ('running', 'ended')),
  ended_on date,
  outcome text check (outcome in ('released', 'seized', 'confiscated', 'handed-over', 'destroyed')),
  end_reason text,
  ended_by_name text,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  version integer not null default 1,
  primary key (district, id),
  unique (district, number),
  foreign key (district, file_id) references procedures.file (district, id),
  check ((state = 'ended') = (ended_on is not null)),
  check ((state = 'ended') = (outcome is not null))
);
comment on table evidence.measure is 'Registration and preservation of evidence, sealing and detention of things, each with the clock of the law it runs by';
comment on column evidence.measure.rule is 'Rule of law/clocks';
comment on column evidence.measure.events is 'Extensions and times that do not count, in order, each with who approved it and why';
comment on column evidence.measure.due_on is 'Last day as last worked out; null while the clock stands still';
create index measure_file on evidence.measure (district, file_id);
create index measure_due on evidence.measure (district, due_on) where state = 'running';

create table evidence.thing (
  district text not null,
  id uuid not null,
  measure_id uuid not null,
  no integer not null,
  code text not null,
  name text not null,
  spec text,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  mark text,
  condition text,
  storage text not null,
  photo_item_id uuid,
  custody_seq integer not null default 0,
  custody_head text,
  primary key (district, id),
  unique (district, code),
  unique (district, measure_id, no),
  foreign key (district, measure_id) references evidence.measure (district, id)
);
comment on table evidence.thing is 'A line of the list of things of a measure; where it is now is the last entry of its custody';
comment on column evidence.thing.code is 'What its label says, unique in the district; with a check character';

create table evidence.disposal (
  district text not null,
  id uuid not null,
  thing_id uuid not null,
  way text not null check (way in ('returned', 'confiscated', 'destroyed', 'auctioned', 'handed-over', 'tested', 'carried-over')),
  quantity numeric not null check (quantity > 0),
  done_on date not null,
  basis text not null,
  receiver text,
  witness text,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, thing_id) references evidence.thing (district, id)
);
comment on table evidence.disposal is 'What became of how much of a thing; append-only, the rest is still held';
comment on column evidence.disposal.way is 'carried-over: the thing goes on under another measure';
create index disposal_thing on evidence.disposal (district, thing_id);
create trigger disposal_immutable before update or delete on evidence.disposal for each row execute function evidence.refuse_change();

create table evidence.custody (
  district text not null,
  subject text not null check (subject in ('item', 'thing')),
  subject_id uuid not null,
  seq integer not null,
  act text not null,
  happened_at timestamptz not null,
  from_name text,
  to_name text,
  place text,
  reason text,
  details jsonb not null default '{}',
  by_id uuid,
  by_name text not null,
  recorded_at timestamptz not null,
  previous_hash text not null,
  hash text not null,
  primary key (district, subject, subject_id, seq)
);
comment on table evidence.custody is 'Each hand to hand of evidence and things: who, when, where, why; append-only, each entry holds the hash of the one before';
create trigger custody_immutable before update or delete on evidence.custody for each row execute function evidence.refuse_change();

create table evidence.package (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  number text not null,
  title text not null,
  evidence_ids uuid[] not null,
  paper_ids uuid[] not null,
  run_id uuid not null,
  state text not null check (state in ('making', 'ready', 'failed')),
  failure text,
  sha256 text,
  size bigint,
  entries integer,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  sealed_at timestamptz,
  primary key (district, id),
  unique (district, number),
  foreign key (district, file_id) references procedures.file (district, id),
  check ((state = 'ready') = (sha256 is not null)),
  check ((state = 'failed') = (failure is not null))
);
comment on table evidence.package is 'Sealed packages: a zip by SHA-256 with a manifest of hashes and custody, made by a job';
create index package_file on evidence.package (district, file_id);

select platform.guard_by_district(name::regclass) from unnest(array[
  'evidence.item', 'evidence.file_item', 'evidence.upload', 'evidence.stamp', 'evidence.measure', 'evidence.thing',
  'evidence.disposal', 'evidence.custody', 'evidence.package']) as name;
