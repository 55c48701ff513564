CREATE TRIGGER diplomacy_entry_never_changed BEFORE UPDATE ON diplomacy_entry BEGIN SELECT RAISE(ABORT, 'entries in the diplomatic record are never changed'); END;
CREATE TRIGGER diplomacy_entry_never_deleted BEFORE DELETE ON diplomacy_entry BEGIN SELECT RAISE(ABORT, 'entries in the diplomatic record are never deleted'); END;
CREATE TRIGGER diplomacy_withdrawal_never_changed BEFORE UPDATE ON diplomacy_withdrawal BEGIN SELECT RAISE(ABORT, 'entries in the diplomatic record are never changed'); END;
CREATE TRIGGER diplomacy_withdrawal_never_deleted BEFORE DELETE ON diplomacy_withdrawal BEGIN SELECT RAISE(ABORT, 'entries in the diplomatic record are never deleted'); END;
