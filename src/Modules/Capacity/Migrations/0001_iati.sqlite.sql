CREATE TRIGGER capacity_activity_never_changed BEFORE UPDATE ON capacity_activity BEGIN SELECT RAISE(ABORT, 'versions of an activity are never changed'); END;
CREATE TRIGGER capacity_activity_never_deleted BEFORE DELETE ON capacity_activity BEGIN SELECT RAISE(ABORT, 'versions of an activity are never deleted'); END;
