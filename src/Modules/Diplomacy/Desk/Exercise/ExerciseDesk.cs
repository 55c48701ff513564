using System.Globalization;
using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Exercise;

/// <summary>Invented entries: every text says EXERCISE, no real act of a state is claimed.</summary>
internal static class ExerciseDesk
{
    private const string Source = "演習の筋書き Scenario of the exercise (EXERCISE)";

    /// <summary>The consultation that other entries refer to comes first; days count from the day of staging.</summary>
    /// <param name="today">The day of staging.</param>
    /// <param name="own">The state that runs the node.</param>
    /// <param name="other">Its partner.</param>
    internal static NewEntry Consultation(DateOnly today, string own, string other) => Of(EntryKind.Meeting, "consultation", new()
    {
        ["name"] = "演習：二国間サイバー協議（EXERCISE）",
        ["forum"] = "JUSPH",
        ["start"] = Write(today.AddDays(9)),
        ["end"] = Write(today.AddDays(9)),
        ["place"] = "演習会場（EXERCISE）",
        ["host"] = own,
        ["states"] = string.Join(' ', new[] { own, other }.Order(StringComparer.Ordinal)),
    });

    /// <summary>What is entered once the consultation has its id.</summary>
    internal static IEnumerable<NewEntry> Rest(DateOnly today, string own, string other) =>
    [
        Of(EntryKind.Statement, "statement", new()
        {
            ["topic"] = "hotline",
            ["text"] = "演習：両国間の直通連絡を毎月試験すべきとした（EXERCISE）。",
            ["stance"] = "2",
            ["state"] = other,
            ["office"] = "演習省サイバー担当大使（EXERCISE）",
            ["date"] = Write(today.AddDays(-40)),
            ["document"] = "演習：準備会合の記録（EXERCISE）",
        }),
        Of(EntryKind.Commitment, "overdue", new()
        {
            ["text"] = "演習：保全要請の窓口を24時間体制とする（EXERCISE）。",
            ["states"] = string.Join(' ', new[] { own, other }.Order(StringComparer.Ordinal)),
            ["owner"] = "両国の演習省（EXERCISE）",
            ["due"] = Write(today.AddDays(-10)),
            ["date"] = Write(today.AddDays(-120)),
            ["document"] = "演習：共同発表（EXERCISE）",
        }),
        Of(EntryKind.Commitment, "due", new()
        {
            ["text"] = "演習：踏み台とされたネットワークの一覧を交換する（EXERCISE）。",
            ["states"] = string.Join(' ', new[] { own, other }.Order(StringComparer.Ordinal)),
            ["owner"] = "両国の国家CSIRT（EXERCISE）",
            ["due"] = Write(today.AddDays(12)),
            ["date"] = Write(today.AddDays(-40)),
            ["document"] = "演習：準備会合の記録（EXERCISE）",
        }),
        Of(EntryKind.Practice, "practice", new()
        {
            ["measure"] = "UN-1",
            ["state"] = other,
            ["text"] = "演習：外交・技術の連絡窓口を指名した（EXERCISE）。",
            ["date"] = Write(today.AddDays(-60)),
        }),
    ];

    private static NewEntry Of(EntryKind kind, string key, Dictionary<string, string> fields)
    {
        fields["source"] = Source;
        fields["confidence"] = "B";
        return new NewEntry(kind, "ja", fields, "exercise-" + key);
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
