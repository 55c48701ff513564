using System.Text;
using System.Text.Json;
using Noroshi.Capacity.Iati.Exchange;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>A row of <c>capacity_activity</c>.</summary>
internal sealed class ActivityRow
{
    internal const string Latest =
        """
        SELECT n.number, a.identifier, a.version, a.content, a.source, a.file, a.blocks, a.is_exercise, a.recorded_at, a.recorded_name, a.confidence
        FROM capacity_activity a JOIN capacity_activity_number n ON n.identifier = a.identifier
        WHERE a.version = (SELECT MAX(version) FROM capacity_activity latest WHERE latest.identifier = a.identifier)
        """;

    public long Number { get; init; }

    public string Identifier { get; init; } = "";

    public long Version { get; init; }

    public string Content { get; init; } = "";

    public string Source { get; init; } = "";

    public string File { get; init; } = "";

    public string Blocks { get; init; } = "";

    public bool IsExercise { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string RecordedName { get; init; } = "";

    public string Confidence { get; init; } = "";

    internal KeptActivity ToKept()
    {
        using var reader = new IatiReader(new MemoryStream(Encoding.UTF8.GetBytes($"<iati-activities>{Content}</iati-activities>")));
        return new KeptActivity(reader.Activities().Single(), Version, Source, File, JsonSerializer.Deserialize<Dictionary<string, BlockOrigin>>(Blocks)!, IsExercise, RecordedAt, Enum.Parse<Kernel.Confidence>(Confidence)) { Number = Number, ByName = RecordedName };
    }
}
