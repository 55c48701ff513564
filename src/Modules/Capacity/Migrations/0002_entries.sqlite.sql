CREATE TRIGGER capacity_entry_never_changed BEFORE UPDATE ON capacity_entry BEGIN SELECT RAISE(ABORT, 'entries in the capacity registry are never changed'); END;
CREATE TRIGGER capacity_entry_never_deleted BEFORE DELETE ON capacity_entry BEGIN SELECT RAISE(ABORT, 'entries in the capacity registry are never deleted'); END;
CREATE TRIGGER capacity_withdrawal_never_changed BEFORE UPDATE ON capacity_withdrawal BEGIN SELECT RAISE(ABORT, 'entries in the capacity registry are never changed'); END;
CREATE TRIGGER capacity_withdrawal_never_deleted BEFORE DELETE ON capacity_withdrawal BEGIN SELECT RAISE(ABORT, 'entries in the capacity registry are never deleted'); END;
