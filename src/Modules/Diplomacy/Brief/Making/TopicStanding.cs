using System.Text.Json;
using System.Text.Json.Serialization;

namespace Noroshi.Diplomacy.Brief;

/// <summary>What a brief has of a topic.</summary>
[JsonConverter(typeof(StandingWords))]
internal enum TopicStanding
{
    /// <summary>Its sections are there, though each may say that it has nothing.</summary>
    Shown,

    /// <summary>The node keeps it; this reader may not see it.</summary>
    NotOpen,

    /// <summary>The node keeps it, but no source of it answered.</summary>
    Missing,

    /// <summary>No room of the node keeps it.</summary>
    NotKept,
}

/// <summary>Writes <c>not-kept</c>.</summary>
internal sealed class StandingWords() : JsonStringEnumConverter<TopicStanding>(JsonNamingPolicy.KebabCaseLower);
