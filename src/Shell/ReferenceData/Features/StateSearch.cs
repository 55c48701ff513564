using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>What the list of states is narrowed to: words or a code, and membership today.</summary>
/// <param name="Text">Part of a name in either language, or a code; empty for all.</param>
/// <param name="Organisation">Short name of an organisation; empty for all.</param>
internal sealed record StateSearch(string Text, string Organisation)
{
    private const int LongestText = 80;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    public static StateSearch From(string? text, string? organisation) =>
        new(text?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestText)] : "", organisation?.Trim() ?? "");

    /// <summary>The states found, in code order. Accents, width and kana kind do not matter.</summary>
    public IReadOnlyList<State> In(StateRegister register, DateOnly today) =>
        [.. register.States.Where(state => Matches(state) && (Organisation.Length == 0 || register.WasMember(Organisation, state.Alpha2.ToString(), today) == Truth.Yes))];

    private bool Matches(State state) =>
        Text.Length == 0
        || Text.Equals(state.Alpha2.ToString(), StringComparison.OrdinalIgnoreCase)
        || Text.Equals(state.Alpha3, StringComparison.OrdinalIgnoreCase)
        || Text == state.Numeric
        || Holds(state.NameEn) || Holds(state.NameEnUn) || Holds(state.NameJa) || Holds(state.NameJaMinistry?.Value);

    private bool Holds(string? name) => name is not null
        && Letters.IndexOf(name, Text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType) >= 0;
}
