using System.Text.Json;

namespace Noroshi.Shell.Entries;

/// <summary>A row of a room's table of entries with the withdrawal of its entry beside it.</summary>
internal sealed class EntryRow
{
    internal static string Select(string room) =>
        $"""
        SELECT e.number, e.version, e.kind, e.owner, e.language, e.fields, e.is_exercise, e.recorded_at, e.recorded_name,
               w.reason AS withdrawn_reason, w.withdrawn_at, w.withdrawn_name
        FROM {room}_entry e LEFT JOIN {room}_withdrawal w ON w.number = e.number
        """;

    public long Number { get; init; }

    public long Version { get; init; }

    public string Kind { get; init; } = "";

    public string Owner { get; init; } = "";

    public string Language { get; init; } = "";

    public string Fields { get; init; } = "";

    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedName { get; init; } = "";

    public string? WithdrawnReason { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnName { get; init; }

    internal Entry<TKind> ToEntry<TKind>(EntryTable<TKind> table)
        where TKind : struct, Enum => new()
        {
            Number = Number,
            Kind = Enum.Parse<TKind>(Kind),
            Language = Language,
            Fields = JsonSerializer.Deserialize<Dictionary<string, string>>(Fields)!,
            Stamp = new Stamp(table.IdOf(Number), Owner, Version, RecordedAt, RecordedName, IsExercise),
            Withdrawal = WithdrawnAt is { } at ? new Withdrawal(WithdrawnReason!, at, WithdrawnName!) : null,
        };
}
