-- The days by which aid and answers are due stand in the clocks of their files alone.
alter table assistance.request drop column due_on;
alter table assistance.cross_region drop column due_on;
