create table alerts.alert (
  district text not null,
  subject text not null,
  code text not null,
  subject_id uuid not null,
  step smallint not null,
  due_on date,
  town text,
  primary key (district, subject, code, subject_id)
);
comment on table alerts.alert is 'What the rules of the jurisdiction find in the facts of the day: derived data, brought in line by alerts.refresh after each refresh of the facts (docs/adr/0016)';
comment on column alerts.alert.subject is 'Kind of subject: patent, trademark, membership …';
comment on column alerts.alert.step is 'Which of the alerts of the code it is: the tier of a late fee';

create table alerts.state (
  district text not null,
  subject text not null,
  as_of date not null,
  facts_at timestamptz not null,
  definitions text not null,
  primary key (district, subject)
);
comment on table alerts.state is 'Of which facts and which rules the alerts of a kind of subject are; no row: not yet worked out';

comment on table alerts.mark is 'What people said of an alert: that it is being dealt with; outlives the alert, which is derived (docs/adr/0016)';
