create schema plan;

create table plan.indicator_version (
  district text not null,
  code text not null,
  version integer not null check (version > 1),
  rules jsonb not null,
  note text not null,
  saved_by uuid,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (district, code, version)
);
comment on table plan.indicator_version is 'Rules of an indicator as the district changed them. Version 1 is that of the jurisdiction pack and not stored; the highest version counts';
comment on column plan.indicator_version.rules is '{population, counted?, value?, per?}: texts of the rule language';

create table plan.target (
  district text not null,
  code text not null,
  year integer not null check (year between 2021 and 2050),
  value double precision not null,
  basis text not null check (basis in ('plan', 'district')),
  note text not null,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (district, code, year)
);
comment on table plan.target is 'Targets the district set by itself; they stand before those of the jurisdiction pack. What was there before is in the audit log';

create table plan.computation (
  district text not null,
  subject text not null,
  as_of date not null,
  basis text not null,
  computed_at timestamptz not null,
  primary key (district, subject, as_of)
);
comment on table plan.computation is 'What the stored figures of a kind of subject on a day were computed from, so that it is known when they are out of date';
comment on column plan.computation.basis is 'Hash of the registers'' versions, the catalogue of facts and the rules';

create table plan.indicator_value (
  district text not null,
  as_of date not null,
  code text not null,
  cut text not null,
  bucket text not null,
  numerator double precision,
  denominator double precision,
  value double precision,
  unknown integer not null,
  primary key (district, as_of, code, cut, bucket)
);
comment on table plan.indicator_value is 'Figures as computed by the jobs plan.compute-indicators (today, with cuts) and plan.compute-trends (past days); derived, may be thrown away';
comment on column plan.indicator_value.cut is 'Path of the fact it is cut by; empty: the whole district';
comment on column plan.indicator_value.bucket is 'Value of that fact; empty where it is not known';
