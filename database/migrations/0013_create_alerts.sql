create schema alerts;

create table alerts.mark (
  district text not null,
  code text not null,
  subject_id uuid not null,
  occasion text not null,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  note text,
  until date,
  primary key (district, code, subject_id, occasion)
);
comment on table alerts.mark is 'What people said of an alert: that it is being dealt with. The alerts themselves are kept nowhere: they are rules over the facts of the day (docs/adr/0016)';
comment on column alerts.mark.occasion is 'The day the alert is about, ''-'' where it has none: another due day, or the next code of a series of reminders, is another occasion and shows again';
comment on column alerts.mark.until is 'Last day on which the mark counts; null: for the whole occasion';
