using System.CommandLine;
using System.Globalization;
using Noroshi.Law.Domain;
using Noroshi.Law.Reading;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Law.Features;

/// <summary>What the verbs of the room share: the reviewed data, which needs no store, and one form of JSON.</summary>
/// <remarks>
/// <c>Names</c>: English names of states, territories and listed entities by code.
/// </remarks>
internal sealed record LawVerb(ReferenceTables Tables, TreatyRegister Register, StateIndex States, Asking Asking, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Reads the reviewed data of the node.</summary>
    internal static LawVerb Open(CommandHost host)
    {
        if (!Directory.Exists(Path.Combine(host.ReferenceData, "law"))) throw new RefusalException($"There is no reviewed law below {host.ReferenceData}. Set NOROSHI_REFERENCE to the folder that holds law/ and states/.");
        var tables = ReferenceTables.Read(host.ReferenceData);
        var register = new TreatyRegister(LawBookReader.Read(tables));
        var names = tables.Rows("entities").Select(row => (row["code"], row["name_en"])).Concat(tables.Rows("states").Select(row => (row["alpha2"], row["name_en_cldr"]))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var states = new StateIndex(tables.Rows("states").Select(row => row.State("alpha2")));
        return new LawVerb(tables, register, states, new Asking(register, states, TimeProvider.System), names);
    }

    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "Write the result as one JSON object." };

    /// <summary><c>--on DATE</c>.</summary>
    internal static Option<string?> OnOption() => new("--on") { Description = "The day asked for, for example 2011-11-30 (default: today, UTC).", HelpName = "DATE" };

    /// <summary><c>--known-at DATE</c>.</summary>
    internal static Option<string?> KnownAtOption() => new("--known-at") { Description = "Leave out what was recorded after this day.", HelpName = "DATE" };

    /// <summary><c>--basis deposited|in-force</c>.</summary>
    internal static Option<string?> BasisOption() => new("--basis") { Description = "What makes a state count as a Party (default: deposited, as published totals count).", HelpName = "deposited|in-force" };

    internal static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
