alter table ip_rights.gi add column holder_mention_id uuid;
comment on column ip_rights.gi.holder_mention_id is 'Mention of the registrant or applicant, through which it is linked to a party';
