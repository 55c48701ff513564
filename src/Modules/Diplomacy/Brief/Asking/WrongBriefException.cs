using Noroshi.Storage;

namespace Noroshi.Diplomacy.Brief;

/// <summary>A brief that cannot be made as it was asked for: which part of the question is wrong, and what to ask instead.</summary>
internal sealed class WrongBriefException(string parameter, string message, bool isUnknown = false) : RefusalException(message, Input)
{
    /// <summary>Name of the query value or option: <c>state</c>, <c>own</c>, <c>on</c>, <c>marking</c>, <c>format</c>, <c>lang</c>.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>True where something is asked for that is not there, rather than badly written.</summary>
    public bool IsUnknown { get; } = isUnknown;
}
