using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Builds the register from a data folder that passes its check.</summary>
internal static class StateRegisterReader
{
    /// <summary>Reads <c>states/</c> below the folder.</summary>
    /// <exception cref="RefusalException">The reference data is not clean; the message names the first finding.</exception>
    public static StateRegister Read(string folder)
    {
        var check = DataCheck.Run(folder);
        if (check.Findings is [var first, ..])
        {
            throw new RefusalException($"The reference data in {folder} is not clean: {first.File}, row {first.Row}, column '{first.Column}': {first.What} {first.Todo} See 'noroshi data check'.");
        }

        var admissions = Facts(check, "un-members").ToDictionary(fact => fact["state"], fact => new Sourced<UnMember>(new UnMember(fact.Day("since"), fact["group"]), fact.Provenance));
        var languages = Facts(check, "languages").ToDictionary(fact => fact["state"], fact => new Sourced<IReadOnlyList<string>>([.. fact.List("languages"), .. fact.List("languages_other")], fact.Provenance));
        var ministry = Facts(check, "names-ja-ministry").ToDictionary(fact => fact["state"], fact => new Sourced<string>(fact["name_ja"], fact.Provenance));
        return new StateRegister(
            [.. Facts(check, "states").Select(fact => new State(
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
            [.. Facts(check, "entities").Select(fact => new Entity(fact["code"], fact["name_en"], fact["name_ja"], fact["note"], fact.Provenance))],
            [.. Facts(check, "organisations").Select(fact => new Organisation(fact["org"], fact["name_en"], fact["name_ja"], fact["kind"], fact.Number("expected_members"), fact["note"], fact.Provenance))],
            Facts(check, "memberships").Select(fact => new Membership(fact["org"], fact["state"], new Period(fact.PartialDay("since"), fact.PartialDay("until")), fact["status"], fact["note"], fact.Provenance)),
            Facts(check, "holidays").Select(fact => new Holiday(CountryCode.Parse(fact["state"]), fact.Day("date"), fact.List("region"), fact["kind"], fact["name_en"], fact["name_ja"], fact["note"], fact.Provenance)));
    }

    private static IEnumerable<Fact> Facts(DataCheck check, string table) =>
        check.Tables.TryGetValue(table, out var files)
            ? files.SelectMany(file => file.Rows.Select(row => new Fact(file.Schema, row)))
            : throw new RefusalException($"The reference data has no table '{table}'. Restore data/schema/states and data/states.");

    private readonly record struct Fact(TableSchema Schema, string[] Cells)
    {
        public string this[string column] => Cells[Schema.IndexOf(column)];

        public Provenance Provenance => new(this["source"], PartialDate.Parse(this["as_of"]), Enum.Parse<Confidence>(this["confidence"]));

        public PartialDate? PartialDay(string column) => this[column] is { Length: > 0 } cell ? PartialDate.Parse(cell) : null;

        public DateOnly Day(string column) => PartialDate.Parse(this[column]).First;

        public int? Number(string column) => this[column] is { Length: > 0 } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;

        public string[] List(string column) => this[column].Length == 0 ? [] : this[column].Split(';');
    }
}
