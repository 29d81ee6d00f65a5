-- Whether a hand-over goes to police, procuratorate or court: which bodies these are is known to the jurisdiction, not to the database.
alter table coordination.hand_over add column judicial boolean not null default false;
comment on column coordination.hand_over.judicial is 'Its receiver is the police, the procuratorate or a court by the settings of the day it was prepared';
