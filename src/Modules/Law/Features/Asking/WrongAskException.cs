using Noroshi.Storage;

namespace Noroshi.Law.Features;

/// <summary>A question that cannot be understood: which part of it, what is wrong with it, what to ask instead.</summary>
internal sealed class WrongAskException(string parameter, string wrong, string remedy, bool isUnknown = false)
    : RefusalException($"{wrong} {remedy}", Input)
{
    /// <summary>Name of the query value, without dashes.</summary>
    public string Parameter { get; } = parameter;

    public string Wrong { get; } = wrong;

    public string Remedy { get; } = remedy;

    /// <summary>Ids of instruments that may have been meant.</summary>
    public IReadOnlyList<string> Nearest { get; init; } = [];

    /// <summary>True where something is asked for that is not there, rather than badly written.</summary>
    public bool IsUnknown { get; } = isUnknown;
}
