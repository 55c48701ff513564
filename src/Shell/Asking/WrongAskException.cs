using Noroshi.Storage;

namespace Noroshi.Shell.Asking;

/// <summary>A question or a form that cannot be understood: which part of it, what is wrong with it, what to do instead.</summary>
public sealed class WrongAskException(string parameter, string wrong, string remedy, bool isUnknown = false)
    : RefusalException($"{wrong} {remedy}", Input)
{
    /// <summary>Name of the query value, without dashes.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>What is wrong, as a sentence.</summary>
    public string Wrong { get; } = wrong;

    /// <summary>What to ask instead, as a sentence.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Names of things that may have been meant.</summary>
    public IReadOnlyList<string> Nearest { get; init; } = [];

    /// <summary>True where something is asked for that is not there, rather than badly written.</summary>
    public bool IsUnknown { get; } = isUnknown;

    /// <summary>What was asked, cut to what fits a sentence.</summary>
    public static string Cut(string? asked) => asked is null ? "" : asked.Length <= 40 ? asked : asked[..40] + "…";
}
