using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui.Basis;

/// <summary>A question as the address of its page, and the address that asks an answered question again on the same day.</summary>
internal static class BasisAddress
{
    private const string FactPrefix = "fact.";

    /// <summary>Reads an address; a form sends each fact as <c>fact.NAME=VALUE</c>, a link as <c>fact=NAME=VALUE</c>.</summary>
    /// <exception cref="WrongAskException"><c>urgent</c> is neither true nor false.</exception>
    public static BasisAsk Read(IQueryCollection query) => new()
    {
        From = query["from"],
        To = query["to"],
        Territory = query["territory"],
        On = query["on"],
        KnownAt = query["knownAt"],
        Measure = query["measure"],
        Offence = query["offence"],
        Data = query["data"],
        Urgent = AskBasis.IsUrgent(query["urgent"]),
        Facts =
        [
            .. query["fact"].OfType<string>(),
            .. query.Where(each => each.Key.StartsWith(FactPrefix, StringComparison.Ordinal) && each.Value.ToString() is "true" or "false").Select(each => $"{each.Key[FactPrefix.Length..]}={each.Value}"),
        ],
    };

    /// <summary>True where nothing is asked yet.</summary>
    public static bool IsEmpty(BasisAsk ask) => string.IsNullOrEmpty(ask.From) && string.IsNullOrEmpty(ask.To) && string.IsNullOrEmpty(ask.Measure);

    /// <summary>The query that asks the same again, its day written out.</summary>
    public static string Write(BasisAnswer answer)
    {
        var query = new QueryBuilder { { "from", answer.From }, { "to", answer.To } };
        if (answer.Territory is not null) query.Add("territory", answer.Territory);
        query.Add("on", answer.On);
        if (answer.KnownAt is not null) query.Add("knownAt", answer.KnownAt);
        query.Add("measure", answer.Measure);
        if (answer.Offence is not null) query.Add("offence", answer.Offence);
        if (answer.Data is not null) query.Add("data", answer.Data);
        if (answer.Urgent) query.Add("urgent", "true");
        foreach (var (name, value) in answer.Facts) query.Add("fact", $"{name}={value}");
        return query.ToString();
    }
}
