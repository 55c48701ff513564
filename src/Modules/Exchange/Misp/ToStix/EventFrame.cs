namespace Noroshi.Exchange.Misp;

/// <summary>What all that is made from one event shares.</summary>
/// <param name="Draft">Where it goes.</param>
/// <param name="Losses">What could not be carried.</param>
/// <param name="Author">The identity of the organisation; null when the event names none.</param>
/// <param name="Time">When the event was changed last.</param>
/// <param name="Markings">Its markings. They bind all that is in it; in STIX those of a container do not, so each object bears them.</param>
internal sealed record EventFrame(StixDraft Draft, LossList Losses, string? Author, DateTimeOffset Time, IReadOnlyList<string> Markings)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Identifiers of what the container refers to.</summary>
    public List<string> Refs { get; } = [];

    /// <summary>What attributes and objects became, by their UUIDs.</summary>
    public Dictionary<string, string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>References between objects, which are drawn once all are there.</summary>
    public List<(string Source, System.Text.Json.JsonElement Reference, string Pointer)> Open { get; } = [];

    /// <summary>Adds to the bundle and to the container.</summary>
    public bool Add(System.Text.Json.Nodes.JsonObject item)
    {
        var id = Observable.Id(item);
        if (_known.Add(id)) Refs.Add(id);
        return Draft.Add(item);
    }
}
