create schema policies;

create table policies.policy_version (
  district text not null,
  id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'retired', 'legacy')),
  source text not null check (source in ('pack', 'office')),
  content jsonb not null,
  content_hash text not null,
  revision integer not null default 1,
  effective_from date not null,
  effective_to date,
  note text,
  edited_by_name text not null,
  edited_at timestamptz not null,
  published_by_name text,
  published_at timestamptz,
  retired_by_name text,
  retired_at timestamptz,
  retire_reason text,
  primary key (district, id),
  unique (district, code, version),
  check (effective_to is null or effective_to >= effective_from or state = 'retired')
);
comment on table policies.policy_version is 'Policies as versions: once published a version never changes but for its last day; a change is the next version';
comment on column policies.policy_version.content is 'The policy as packages/entitlements reads it: words, rules, amounts in fen';
comment on column policies.policy_version.content_hash is 'SHA-256 of the content with sorted keys; what is compiled is kept under it';
comment on column policies.policy_version.revision is 'Counts savings of the draft, so that nobody overwrites another';
comment on column policies.policy_version.effective_to is 'Last day in force: of the content, or the eve of the next version';
comment on column policies.policy_version.source is 'pack: taken from the jurisdiction pack; office: written in the console';
create unique index policy_version_draft on policies.policy_version (district, code) where state = 'draft';
create index policy_version_published on policies.policy_version (district, effective_from) where state = 'published';

create table policies.policy_editor (
  district text not null,
  version_id uuid not null,
  user_id uuid not null,
  user_name text not null,
  at timestamptz not null,
  primary key (district, version_id, user_id),
  foreign key (district, version_id) references policies.policy_version (district, id) on delete cascade
);
comment on table policies.policy_editor is 'Everyone who changed the content of a version: none of them may publish it';
