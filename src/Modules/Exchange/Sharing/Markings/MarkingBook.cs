using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>The marking-definitions that are known here, by identifier. Immutable; the fixed TLP ones are always in it.</summary>
internal sealed class MarkingBook
{
    private readonly Dictionary<string, Marking> _markings;

    private MarkingBook(Dictionary<string, Marking> markings) => _markings = markings;

    /// <summary>Only the fixed TLP definitions.</summary>
    public static MarkingBook Fixed { get; } = new([]);

    /// <summary>The fixed definitions and further ones. Of two that say different things under one identifier neither is believed.</summary>
    public static MarkingBook Of(IEnumerable<JsonElement> definitions)
    {
        Dictionary<string, Marking> markings = new(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var read = MarkingReader.Read(definition);
            markings[read.Id] = markings.TryGetValue(read.Id, out var before) && before != read ? Marking.Unknown(read.Id) : read;
        }

        return new MarkingBook(markings);
    }

    /// <summary>What an identifier asks; unknown when its definition is not here.</summary>
    public Marking Find(string id) =>
        TlpDefinitions.All.TryGetValue(id, out var known) || _markings.TryGetValue(id, out known) ? known : Marking.Unknown(id);
}
