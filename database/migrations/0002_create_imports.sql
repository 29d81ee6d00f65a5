create schema imports;

create sequence imports.import_number;

create table imports.import (
  district text not null,
  id uuid not null,
  number bigint not null,
  file_name text not null,
  sha256 text not null,
  file_size bigint not null,
  format text,
  encoding text,
  kind text,
  sender text,
  as_of date,
  mapping jsonb not null default '[]',
  kind_guesses jsonb not null default '[]',
  state text not null check (state in ('uploaded', 'recognised', 'reading', 'previewed', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'failed')),
  counts jsonb not null default '{}',
  notice text,
  undo_report jsonb,
  job_id uuid,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null default now(),
  commit_seq bigint,
  committed_at timestamptz,
  undone_at timestamptz,
  primary key (district, id)
);
comment on table imports.import is 'One uploaded file and what became of it';
comment on column imports.import.commit_seq is 'Order in which imports were applied: later values win, field by field';
comment on column imports.import.as_of is 'Day the sender''s data is of, where known';
create index import_recent on imports.import (district, uploaded_at desc);
create index import_sha on imports.import (district, sha256);
create unique index import_commit_seq on imports.import (district, commit_seq) where commit_seq is not null;
create sequence imports.commit_seq;

create table imports.import_row (
  district text not null,
  import_id uuid not null,
  row_no integer not null,
  sheet smallint not null,
  line integer not null,
  status text not null check (status in ('accepted', 'doubtful', 'refused', 'discarded')),
  effect text check (effect in ('new', 'changed', 'unchanged', 'duplicate')),
  record_type text,
  record_key text,
  record_values jsonb,
  issues jsonb,
  raw text not null,
  primary key (district, import_id, row_no)
) with (autovacuum_analyze_scale_factor = 0.2);
comment on table imports.import_row is 'No foreign key to import: a check per row would cost a tenth of the time of a large file, and only staging writes here. Every line of every imported file with what it says (record_values) of which record; the registers are a projection of the accepted rows of committed imports';
comment on column imports.import_row.sheet is 'Index into import.mapping';
comment on column imports.import_row.raw is 'JSON array of the cells as read';
create index import_row_record on imports.import_row (district, record_type, record_key) where status = 'accepted';
create index import_row_status on imports.import_row (district, import_id, status, row_no) where status <> 'accepted';

create table imports.remembered_mapping (
  district text not null,
  fingerprint text not null,
  kind text not null,
  sender text,
  columns jsonb not null,
  used integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (district, fingerprint)
);
comment on table imports.remembered_mapping is 'Kind and columns a person confirmed for a set of headers, taken again for the next such file';
comment on column imports.remembered_mapping.fingerprint is 'SHA-256 of the normalised headers in order';
