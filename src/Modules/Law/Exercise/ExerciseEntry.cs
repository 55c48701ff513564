using Noroshi.Law.Domain;

namespace Noroshi.Law.Exercise;

/// <summary>Invented evidence and judgements: every text says EXERCISE, no real act of a state is claimed.</summary>
internal static class ExerciseEntry
{
    private const string Ministry = "演習省(演習) Ministry of Exercises (EXERCISE)";

    internal static readonly IReadOnlyList<NewEvidence> Evidence =
    [
        Of("c", 9, "演習:踏み台とされた自国の網について、演習国から届いた通報に24時間以内に応答し、事業者に対処を求めた。\nEXERCISE: answered within 24 hours a notice from an exercise state about one of our networks used as a stepping stone, and asked its operator to act.", EvidenceKind.Message, "EXERCISE-HOTLINE-2026-03-09"),
        Of("c", 13, "演習:通報への対応手順を定め、事業者に配布した。\nEXERCISE: laid down how notices are dealt with and gave the procedure to operators.", EvidenceKind.Document, "EXERCISE-DOC-7"),
        Of("f", 4, "演習:架空の病院網への妨害を想定した図上演習を行った。\nEXERCISE: held a table-top exercise on the disturbance of an invented hospital network.", EvidenceKind.Meeting, "EXERCISE-MEETING-2"),
        Of("h", 11, "演習:演習国の電力会社からの支援要請を受理し、助言した。\nEXERCISE: took up a request for help from a power company of an exercise state and gave advice.", EvidenceKind.Incident, "EXERCISE-INCIDENT-1"),
        Of("j", 2, "演習:脆弱性情報の受付窓口を開いた。\nEXERCISE: opened a desk for reports of vulnerabilities.", EvidenceKind.Web, "https://vulnerabilities.example/exercise"),
        Of("j", 6, "演習:誤って登録した記載。\nEXERCISE: entered by mistake.", EvidenceKind.Document, "EXERCISE-DOC-9"),
    ];

    /// <summary>The last piece above is withdrawn, so that the page shows what that looks like.</summary>
    internal const string WithdrawalReason = "演習:別の規範についての資料だったため。EXERCISE: the document was about another norm.";

    internal static readonly IReadOnlyList<NewAssessment> Assessments =
    [
        Judge("c", NormLevel.NotInPlace, 1, "演習:手順が未整備。\nEXERCISE: no procedure yet.", 0),
        Judge("c", NormLevel.PartlyInPlace, 13, "演習:手順はあるが、全ての事業者には及んでいない。\nEXERCISE: there is a procedure; it does not yet reach all operators.", 1),
        Judge("f", NormLevel.InPlace, 12, "演習:図上演習で確認した。\nEXERCISE: checked in the table-top exercise.", 0),
        Judge("i", NormLevel.NotInPlace, 12, "演習:調達の基準がまだない。\nEXERCISE: there are no rules for procurement yet.", 0),
        Judge("j", NormLevel.PartlyInPlace, 12, "演習:窓口はあるが、公表の手順がない。\nEXERCISE: there is a desk, but no procedure for publication.", 0),
    ];

    private static NewEvidence Of(string norm, int day, string statement, EvidenceKind kind, string reference) =>
        new(norm, new DateOnly(2026, 3, day), statement, Ministry, "演習の筋書き Scenario of the exercise (EXERCISE)", kind, reference, $"exercise-{norm}-{day}");

    private static NewAssessment Judge(string norm, NormLevel level, int day, string reason, long version) => new(norm, level, new DateOnly(2026, 3, day), reason, Ministry, version);
}
