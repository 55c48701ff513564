CREATE TRIGGER capacity_activity_number_never_changed BEFORE UPDATE ON capacity_activity_number BEGIN SELECT RAISE(ABORT, 'the number of an activity is never changed'); END;
CREATE TRIGGER capacity_activity_number_never_deleted BEFORE DELETE ON capacity_activity_number BEGIN SELECT RAISE(ABORT, 'the number of an activity is never deleted'); END;
