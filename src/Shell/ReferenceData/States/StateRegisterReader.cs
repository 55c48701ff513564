using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Builds the register from a data folder that passes its check.</summary>
internal static class StateRegisterReader
{
    /// <summary>Reads <c>states/</c> below the folder.</summary>
    /// <exception cref="RefusalException">The reference data is not clean; the message names the first finding.</exception>
    public static StateRegister Read(string folder) => Read(ReferenceTables.Read(folder));

    /// <summary>The register of tables that were read.</summary>
    public static StateRegister Read(ReferenceTables tables)
    {
        var admissions = tables.Rows("un-members").ToDictionary(fact => fact["state"], fact => new Sourced<UnMember>(new UnMember(fact.Day("since")!.Value, fact["group"]), fact.Provenance));
        var languages = tables.Rows("languages").ToDictionary(fact => fact["state"], fact => new Sourced<IReadOnlyList<string>>([.. fact.List("languages"), .. fact.List("languages_other")], fact.Provenance));
        var ministry = tables.Rows("names-ja-ministry").ToDictionary(fact => fact["state"], fact => new Sourced<string>(fact["name_ja"], fact.Provenance));
        return new StateRegister(
            [.. tables.Rows("states").Select(fact => new State(
                CountryCode.Parse(fact["alpha2"]),
                fact["alpha3"],
                fact["numeric"],
                fact["kind"],
                fact["parent"].Length == 0 ? CountryCode.Unknown : CountryCode.Parse(fact["parent"]),
                fact["name_en_cldr"],
                fact["name_en"],
                fact["name_ja"],
                ministry.GetValueOrDefault(fact["alpha2"]),
                fact["capital"],
                fact["time_zone"],
                languages.GetValueOrDefault(fact["alpha2"]),
                admissions.GetValueOrDefault(fact["alpha2"]),
                fact["note"],
                fact.Provenance))],
            [.. tables.Rows("entities").Select(fact => new Entity(fact["code"], fact["name_en"], fact["name_ja"], fact["note"], fact.Provenance))],
            [.. tables.Rows("organisations").Select(fact => new Organisation(fact["org"], fact["name_en"], fact["name_ja"], fact["kind"], fact.Number("expected_members"), fact["note"], fact.Provenance))],
            tables.Rows("memberships").Select(fact => new Membership(fact["org"], fact["state"], new Period(fact.PartialDay("since"), fact.PartialDay("until")), fact["status"], fact["note"], fact.Provenance)),
            tables.Rows("holidays").Select(fact => new Holiday(CountryCode.Parse(fact["state"]), fact.Day("date")!.Value, fact.List("region"), fact["kind"], fact["name_en"], fact["name_ja"], fact["note"], fact.Provenance)));
    }
}
