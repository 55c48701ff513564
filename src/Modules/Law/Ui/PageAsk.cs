using Microsoft.AspNetCore.Http;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui;

/// <summary>What the address of a page asks for: day, basis, day of knowledge.</summary>
/// <remarks>
/// <c>Problem</c>: Why the address cannot be understood; null when it can.
/// </remarks>
internal sealed record PageAsk(DateOnly On, CountingBasis Basis, DateOnly? KnownAt, WrongAskException? Problem)
{
    /// <summary>The same question as the query of an address, the day always written out so that the link says the same tomorrow.</summary>
    internal string Query => $"?on={LawVerb.Write(On)}&basis={StatusWords.Of(Basis)}{(KnownAt is { } knownAt ? $"&knownAt={LawVerb.Write(knownAt)}" : "")}";

    /// <summary>Reads the address; what else the page wants of it is read by <paramref name="more"/>.</summary>
    internal static PageAsk Read(HttpContext context, Asking asking, Action? more = null)
    {
        var query = context.Request.Query;
        PageAsk? ask = null;
        var problem = PageAddress.Read(context, () =>
        {
            ask = new PageAsk(asking.Day(query["on"]), Asking.Basis(query["basis"]), Asking.OptionalDay(query["knownAt"], "knownAt"), null);
            more?.Invoke();
        });
        return problem is null ? ask! : new PageAsk(asking.Today, CountingBasis.Deposited, null, problem);
    }
}
