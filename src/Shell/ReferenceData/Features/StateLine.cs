using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>One state in the JSON list.</summary>
internal sealed record StateLine(string Alpha2, string Alpha3, string Numeric, string Kind, string? Parent, string NameEn, string NameJa, string? UnMemberSince, string? UnGroup)
{
    public static StateLine Of(State state) => new(
        state.Alpha2.ToString(),
        state.Alpha3,
        state.Numeric,
        state.Kind,
        state.Parent.IsKnown ? state.Parent.ToString() : null,
        state.NameEn,
        state.NameJa,
        state.UnMember is { } un ? PartialDate.FromDateOnly(un.Value.Since).ToString() : null,
        state.UnMember?.Value.Group);
}
