create schema if not exists platform;

create table platform.district (
  code text primary key,
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table platform.district is 'Tenants: every other table carries the district code first in its key';

create table platform.user_account (
  district text not null references platform.district (code),
  id uuid not null,
  username text not null,
  display_name text not null,
  organisation_id text,
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  must_change_password boolean not null default false,
  totp_secret text,
  totp_enabled boolean not null default false,
  totp_last_step bigint,
  status text not null default 'active' check (status in ('active', 'disabled')),
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district, id),
  unique (district, username)
);
comment on table platform.user_account is 'People who may sign in';
comment on column platform.user_account.password_hash is 'argon2id in PHC string form';
comment on column platform.user_account.totp_secret is 'One-time-code secret, encrypted with a key derived from JINCE_SECRET';
comment on column platform.user_account.totp_last_step is 'Last accepted time step: a code works once';

create table platform.sign_in_guard (
  district text not null references platform.district (code),
  username text not null,
  failures integer not null,
  locked_until timestamptz,
  last_failed_at timestamptz not null,
  primary key (district, username)
);
comment on table platform.sign_in_guard is 'Failed sign-ins in a row, by the name that was tried: names without an account lock just the same, so an answer tells nothing';

create table platform.password_history (
  district text not null,
  user_id uuid not null,
  password_hash text not null,
  set_at timestamptz not null default now(),
  primary key (district, user_id, set_at),
  foreign key (district, user_id) references platform.user_account (district, id) on delete cascade
);
comment on table platform.password_history is 'Former passwords, so that they are not chosen again';

create table platform.user_role (
  district text not null,
  user_id uuid not null,
  role text not null,
  place_kind text not null check (place_kind in ('district', 'zone', 'town', 'organisation', 'party')),
  place_code text not null,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  primary key (district, user_id, role, place_kind, place_code),
  foreign key (district, user_id) references platform.user_account (district, id) on delete cascade
);
comment on table platform.user_role is 'Roles × places of an account';

create table platform.session (
  district text not null,
  id uuid not null,
  token_hash text not null unique,
  user_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  source text,
  user_agent text,
  primary key (district, id),
  foreign key (district, user_id) references platform.user_account (district, id) on delete cascade
);
comment on table platform.session is 'Signed-in browsers; the token itself is only in the cookie, here is its SHA-256';
create index session_by_user on platform.session (district, user_id);

create table platform.audit_head (
  district text primary key,
  seq bigint not null,
  hash text not null
);
comment on table platform.audit_head is 'Last link of each district''s audit chain; locked while one is appended';

create table platform.audit_entry (
  district text not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  subject_label text,
  result text not null check (result in ('ok', 'refused', 'failed')),
  source text,
  request_id text not null,
  details text not null,
  hash text not null,
  primary key (district, seq)
);
comment on table platform.audit_entry is 'Who did what: each hash covers the entry and the hash before it';
comment on column platform.audit_entry.details is 'JSON text exactly as hashed';
create index audit_entry_at on platform.audit_entry (district, at);
create index audit_entry_subject on platform.audit_entry (district, subject_kind, subject_id);
create index audit_entry_action on platform.audit_entry (district, action, seq);
create index audit_entry_actor on platform.audit_entry (district, actor_name, seq);

create function platform.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed or deleted';
end
$$;
create trigger audit_entry_immutable before update or delete on platform.audit_entry
  for each row execute function platform.refuse_audit_change();
create trigger audit_entry_kept before truncate on platform.audit_entry
  for each statement execute function platform.refuse_audit_change();

create table platform.audit_checkpoint (
  district text not null,
  seq bigint not null,
  hash text not null,
  at timestamptz not null,
  key_id text not null,
  signature text not null,
  primary key (district, seq)
);
comment on table platform.audit_checkpoint is 'Signed state of the chain (Ed25519): shows truncation, checkable with the public key alone';
create trigger audit_checkpoint_immutable before update or delete on platform.audit_checkpoint
  for each row execute function platform.refuse_audit_change();
create trigger audit_checkpoint_kept before truncate on platform.audit_checkpoint
  for each statement execute function platform.refuse_audit_change();

create table platform.job_run (
  district text not null,
  id uuid not null,
  task text not null,
  payload jsonb not null,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
  done bigint not null default 0,
  total bigint,
  message text,
  error text,
  subject_kind text,
  subject_id text,
  attempts integer not null default 0,
  cancel_requested boolean not null default false,
  actor jsonb not null,
  actor_name text not null,
  worker_id text,
  heartbeat_at timestamptz,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (district, id)
);
comment on table platform.job_run is 'History of background work; the queue itself is graphile_worker''s';
create index job_run_recent on platform.job_run (district, queued_at desc);
create index job_run_active on platform.job_run (state) where state in ('queued', 'running');

create table platform.parameter (
  district text not null,
  key text not null,
  valid_from date not null,
  value jsonb not null,
  note text,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (district, key, valid_from)
);
comment on table platform.parameter is 'The district''s own dated values, which take precedence over law/ and jurisdictions/';

create table platform.stored_file (
  district text not null,
  sha256 text not null,
  size bigint not null,
  stored_at timestamptz not null default now(),
  primary key (district, sha256)
);
comment on table platform.stored_file is 'Contents the district may read from the content-addressed store';

create function platform.current_district() returns text language sql stable as $$
  select current_setting('jince.district', true)
$$;
comment on function platform.current_district() is 'District of the running transaction, for row-level security';

create aggregate platform.jsonb_merge(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');
comment on aggregate platform.jsonb_merge(jsonb) is 'Later objects win field by field; order the input';
