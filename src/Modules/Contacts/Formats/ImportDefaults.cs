using System.Globalization;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>What the importer says about a file whose form has no place for it. What the file says itself goes before.</summary>
/// <param name="State">Code of the state.</param>
/// <param name="Organisation">English name of the organisation.</param>
/// <param name="Kind">Kind of organisation, as a word.</param>
/// <param name="Function">Function of the points, as a word.</param>
/// <param name="Source">Where the file came from.</param>
/// <param name="Today">Counts as the date of what carries none.</param>
internal sealed record ImportDefaults(string State, string Organisation, string Kind, string Function, string Source, DateOnly Today)
{
    /// <summary>Fills the fields that the file left empty. The confidence is C: a file is not the official text.</summary>
    internal Dictionary<string, string> Fill(Dictionary<string, string> fields)
    {
        Default(EntryFields.State, State);
        Default(EntryFields.OrganisationEn, fields.GetValueOrDefault(EntryFields.OrganisationJa) is { Length: > 0 } ? "" : Organisation);
        Default(EntryFields.OrganisationKind, Kind.Length > 0 ? Kind : "csirt");
        Default(EntryFields.Function, Function.Length > 0 ? Function : "csirt");
        Default(EntryFields.Source, Source);
        Default(EntryFields.AsOf, Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Default(EntryFields.Confidence, "C");
        return fields;

        void Default(string field, string value)
        {
            if (fields.GetValueOrDefault(field) is null or "") fields[field] = value;
        }
    }
}
