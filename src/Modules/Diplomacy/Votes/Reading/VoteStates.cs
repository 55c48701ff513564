using Noroshi.Shell.ReferenceData;

namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>Which state a code or name in a file of votes means, also where the state has ceased.</summary>
internal sealed class VoteStates
{
    private readonly Dictionary<string, string> _alpha2 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _alpha3 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _formerNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Former> _former = new(StringComparer.Ordinal);

    /// <summary>A state that changed its name or ceased.</summary>
    /// <param name="Code">Withdrawn or own code.</param>
    /// <param name="Name">In English.</param>
    /// <param name="NameJa">In Japanese.</param>
    /// <param name="Until">Last day, as exactly as known.</param>
    /// <param name="VotesUnder">The code under which its votes are kept.</param>
    /// <param name="Successors">Codes of the states that are there today.</param>
    internal sealed record Former(string Code, string Name, string NameJa, string Until, string VotesUnder, IReadOnlyList<string> Successors)
    {
        /// <summary>Says that the state is not there today, without a full stop.</summary>
        internal string Gone => $"{Name} ({Code}) is no state today{(Until.Length > 0 ? $" (until {Until})" : "")}";
    }

    /// <summary>Takes the states from the reviewed reference data.</summary>
    internal static VoteStates Of(ReferenceTables tables)
    {
        var states = new VoteStates();
        foreach (var row in tables.Rows("states"))
        {
            states._alpha2[row["alpha2"]] = row["alpha2"];
            states._alpha3[row["alpha3"]] = row["alpha2"];
            states._names[row["alpha2"]] = row["name_en_cldr"];
        }

        foreach (var row in tables.Rows("former-states"))
        {
            states._alpha2[row["code"]] = row["votes_under"];
            if (row["alpha3"].Length > 0) states._alpha3[row["alpha3"]] = row["votes_under"];
            states._formerNames[row["name_en"]] = row["votes_under"];
            states._names[row["code"]] = row["name_en"];
            states._former[row["code"]] = new Former(row["code"], row["name_en"], row["name_ja"], row["until"], row["votes_under"], row.List("successors"));
        }

        return states;
    }

    /// <summary>The code for a row of the layout of unvotes, or null where no state is known by it.</summary>
    /// <remarks>
    /// That layout writes NA both for Namibia and for "no code" (the Federal Republic of Germany, the Yemen Arab Republic, Zanzibar), so NA is
    /// read by its name.
    /// </remarks>
    internal string? OfUnvotes(string code, string name) => code == "NA" && name != "Namibia" || code.Length == 0
        ? _formerNames.GetValueOrDefault(name)
        : _alpha2.GetValueOrDefault(code);

    /// <summary>The code for three letters (ISO 3166-1 alpha-3), or null.</summary>
    internal string? OfAlpha3(string code) => _alpha3.GetValueOrDefault(code);

    /// <summary>True where the code is one of a state, territory or former state.</summary>
    internal bool Knows(string code) => _names.ContainsKey(code);

    /// <summary>True where the code is one of a state or territory of today.</summary>
    internal bool IsToday(string code) => _names.ContainsKey(code) && _alpha2.GetValueOrDefault(code) == code && !_former.ContainsKey(code);

    /// <summary>The name of a state that ceased, in one of the two languages; null for one of today.</summary>
    internal string? FormerNameOf(string code, bool japanese) => _former.TryGetValue(code, out var former) ? japanese ? former.NameJa : former.Name : null;

    internal string NameOf(string code) => _names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;

    /// <summary>What is recorded of a state that changed its name or ceased, by its code, or null.</summary>
    internal Former? FormerOf(string code) => _former.GetValueOrDefault(code);

    /// <summary>Former states whose successor this one is, and whose votes are kept under a code of their own.</summary>
    internal IEnumerable<Former> Before(string code) => _former.Values.Where(former => former.VotesUnder != code && former.Successors.Contains(code)).OrderBy(former => former.Code, StringComparer.Ordinal);
}
