alter table evidence.measure add column clock_round integer, add column carried_from uuid,
  add foreign key (district, carried_from) references evidence.measure (district, id);
comment on column evidence.measure.clock_round is 'Round of the clock in procedures.clock that shows the measure on the desk; null until its clock was first kept there';
comment on column evidence.measure.carried_from is 'The preservation whose things this seizure took over';
create unique index measure_carried_once on evidence.measure (district, carried_from) where carried_from is not null;
