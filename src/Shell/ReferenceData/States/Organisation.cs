using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>An organisation, forum or arrangement of states.</summary>
internal sealed record Organisation(string Code, string NameEn, string NameJa, string Kind, int? ExpectedMembers, string Note, Provenance Provenance)
{
    /// <summary>The name in Japanese or English.</summary>
    public string Name(bool japanese) => japanese ? NameJa : NameEn;
}
