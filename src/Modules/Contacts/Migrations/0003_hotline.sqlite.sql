CREATE TRIGGER hotline_message_never_changed BEFORE UPDATE ON hotline_message BEGIN SELECT RAISE(ABORT, 'what was said on the hotline is never changed'); END;
CREATE TRIGGER hotline_message_never_deleted BEFORE DELETE ON hotline_message BEGIN SELECT RAISE(ABORT, 'what was said on the hotline is never deleted'); END;
CREATE TRIGGER hotline_file_never_changed BEFORE UPDATE ON hotline_file BEGIN SELECT RAISE(ABORT, 'what was said on the hotline is never changed'); END;
CREATE TRIGGER hotline_file_never_deleted BEFORE DELETE ON hotline_file BEGIN SELECT RAISE(ABORT, 'what was said on the hotline is never deleted'); END;
CREATE TRIGGER hotline_receipt_never_changed BEFORE UPDATE ON hotline_receipt BEGIN SELECT RAISE(ABORT, 'receipts of the hotline are never changed'); END;
CREATE TRIGGER hotline_receipt_never_deleted BEFORE DELETE ON hotline_receipt BEGIN SELECT RAISE(ABORT, 'receipts of the hotline are never deleted'); END;
