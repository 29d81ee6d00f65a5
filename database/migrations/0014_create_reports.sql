create schema if not exists plan;

create table plan.report (
  district text not null,
  id uuid not null,
  year integer not null,
  as_of date not null,
  ordered_by uuid,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  job_id uuid not null,
  made_at timestamptz,
  figures_at timestamptz,
  pdf_sha256 text,
  pdf_size bigint,
  docx_sha256 text,
  docx_size bigint,
  primary key (district, id)
);
comment on table plan.report is 'Annual reports of the plan, each made once from the figures of its day; the files lie in the file store by content. Whether one is being made or has failed is what its job says';
comment on column plan.report.as_of is 'Last day of the year, or the day of the order in the running year';
comment on column plan.report.figures_at is 'When the figures it prints were worked out';
create index report_recent on plan.report (district, ordered_at desc);
