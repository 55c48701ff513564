using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Features;

namespace Noroshi.Observatory.Ui.Views;

/// <summary>What people call the keys of rows and filters, in the language of the request.</summary>
internal sealed class Labels(IStringLocalizer<ViewText> text, IStateNames states, CurrentEnrichment enrichment)
{
    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    /// <summary>The name of a canonical key.</summary>
    internal string Of(Dimension by, string key) => by switch
    {
        Dimension.Country => key == Keys.Unknown ? text["Unknown"] : CountryCode.TryParse(key, out var code) ? $"{states.NameOf(code, CultureInfo.CurrentUICulture)} ({key})" : key,
        Dimension.Network => Network(key),
        Dimension.Sector => Sectors.Find(key) is { } sector ? (IsJapanese ? sector.Japanese : sector.English) : text["Unknown"],
        Dimension.TargetOrganisation => Organisation(key),
        Dimension.Class => text["Class_" + key],
        Dimension.Fingerprint => text["Fingerprint_" + key],
        Dimension.Tag => key.Length == 0 ? text["None"] : key,
        _ => key.Length == 0 ? text["Unknown"] : key,
    };

    /// <summary>The name of a filter's value.</summary>
    internal string OfFilter(string parameter, string value) => parameter switch
    {
        "country" => Of(Dimension.Country, value.Equals(Keys.Unknown, StringComparison.Ordinal) ? value : value.ToUpperInvariant()),
        "asn" => Of(Dimension.Network, value),
        "sector" => Of(Dimension.Sector, value),
        "organisation" => Of(Dimension.TargetOrganisation, value),
        "class" => Of(Dimension.Class, value),
        "fingerprint" => Of(Dimension.Fingerprint, value),
        "origin" => text["Origin_" + value],
        "target" => text["Target_" + value],
        "unit" => text["Unit_" + value],
        _ => value,
    };

    /// <summary>What one bin of this width is called: an hour, a day.</summary>
    internal string PerBin(TimeSpan bin) =>
        bin.TotalDays >= 7 && bin.TotalDays % 7 == 0 ? text["Per_week"]
        : bin.TotalDays >= 1 ? text["Per_days", bin.TotalDays]
        : bin.TotalHours >= 1 ? text["Per_hours", bin.TotalHours]
        : text["Per_minutes", bin.TotalMinutes];

    /// <summary>The unit, as it follows a figure.</summary>
    internal string Unit(CountingUnit unit) => text["Unit_" + Vocabulary.Of(Vocabulary.Units, unit)];

    /// <summary>The period in UTC; whole days are written as days, the last one included.</summary>
    internal static string Period(ObservationFilter filter)
    {
        var (from, to) = (filter.From.UtcDateTime, filter.To.UtcDateTime);
        if (from.TimeOfDay != TimeSpan.Zero || to.TimeOfDay != TimeSpan.Zero)
            return string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd HH:mm} – {to:yyyy-MM-dd HH:mm}");
        return to - from == TimeSpan.FromDays(1)
            ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} – {to.AddDays(-1):yyyy-MM-dd}");
    }

    internal static string Moment(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";

    private string Network(string key)
    {
        if (!uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var asn) || asn == 0) return text["NetworkUnknown"];
        var name = Geography()?.NameOf(asn);
        return name is null ? $"AS{key}" : $"AS{key} {name}";
    }

    private string Organisation(string key)
    {
        if (!ushort.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0) return text["OutsidePlan"];
        try
        {
            return enrichment.Load().Plan.Organisations.TryGetValue(id, out var organisation) ? (IsJapanese ? organisation.Japanese : organisation.English) : text["OrganisationNumber", id];
        }
        catch (EnrichmentFileException)
        {
            return text["OrganisationNumber", id];
        }
    }

    private Geography? Geography()
    {
        try
        {
            return enrichment.Load().Geography;
        }
        catch (EnrichmentFileException)
        {
            return null;
        }
    }
}
