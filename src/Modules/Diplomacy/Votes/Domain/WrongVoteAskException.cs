using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>A question about votes that cannot be answered as it is asked: which part of it, what is wrong with it, what to ask instead.</summary>
internal sealed class WrongVoteAskException(string parameter, string wrong, string remedy) : RefusalException($"{wrong} {remedy}", Input)
{
    /// <summary>Name of the query value or option, without dashes.</summary>
    public string Parameter { get; } = parameter;

    public string Wrong { get; } = wrong;

    public string Remedy { get; } = remedy;
}
