create table platform.register_version (
  district text not null,
  register text not null,
  version bigint not null,
  changed_at timestamptz not null default now(),
  primary key (district, register)
);
comment on table platform.register_version is 'Counts the changes of each register, so that in-memory indexes know when to load anew';
