CREATE TRIGGER law_norm_evidence_never_changed BEFORE UPDATE ON law_norm_evidence BEGIN SELECT RAISE(ABORT, 'entries on norms are never changed'); END;
CREATE TRIGGER law_norm_evidence_never_deleted BEFORE DELETE ON law_norm_evidence BEGIN SELECT RAISE(ABORT, 'entries on norms are never deleted'); END;
CREATE TRIGGER law_norm_withdrawal_never_changed BEFORE UPDATE ON law_norm_withdrawal BEGIN SELECT RAISE(ABORT, 'entries on norms are never changed'); END;
CREATE TRIGGER law_norm_withdrawal_never_deleted BEFORE DELETE ON law_norm_withdrawal BEGIN SELECT RAISE(ABORT, 'entries on norms are never deleted'); END;
CREATE TRIGGER law_norm_assessment_never_changed BEFORE UPDATE ON law_norm_assessment BEGIN SELECT RAISE(ABORT, 'entries on norms are never changed'); END;
CREATE TRIGGER law_norm_assessment_never_deleted BEFORE DELETE ON law_norm_assessment BEGIN SELECT RAISE(ABORT, 'entries on norms are never deleted'); END;
