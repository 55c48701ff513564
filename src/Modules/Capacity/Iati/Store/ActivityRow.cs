using System.Text;
using System.Text.Json;
using Noroshi.Capacity.Iati.Exchange;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>A row of <c>capacity_activity</c>.</summary>
internal sealed class ActivityRow
{
    internal const string Latest =
        """
        SELECT a.identifier, a.version, a.content, a.source, a.file, a.blocks, a.is_exercise, a.recorded_at FROM capacity_activity a
        WHERE a.version = (SELECT MAX(version) FROM capacity_activity latest WHERE latest.identifier = a.identifier)
        """;

    public string Identifier { get; init; } = "";

    public long Version { get; init; }

    public string Content { get; init; } = "";

    public string Source { get; init; } = "";

    public string File { get; init; } = "";

    public string Blocks { get; init; } = "";

    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    internal KeptActivity ToKept()
    {
        using var reader = new IatiReader(new MemoryStream(Encoding.UTF8.GetBytes($"<iati-activities>{Content}</iati-activities>")));
        return new KeptActivity(reader.Activities().Single(), Version, Source, File, JsonSerializer.Deserialize<Dictionary<string, BlockOrigin>>(Blocks)!, IsExercise, RecordedAt);
    }
}
