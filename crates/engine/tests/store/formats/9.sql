-- What the step to format 9 does, and rows as that version wrote them. Never edited.
ALTER TABLE outlet_pause ADD COLUMN away INTEGER;

INSERT INTO outlet_pause VALUES ('Courier', 1789898000000, NULL, 1789899000000);
