using System.Globalization;
using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>A body that works with the node: ministry, CSIRT, police, aid agency or operator of critical infrastructure.</summary>
public sealed record Organisation
{
    public required string Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string NameEn { get; init; }

    public required string NameJa { get; init; }

    /// <summary>The name in the language of the current request.</summary>
    public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? NameJa : NameEn;
}
