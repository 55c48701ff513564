namespace Noroshi.Capacity.Iati.Model;

/// <summary>A budget, or a planned disbursement, of a period.</summary>
/// <param name="Type">1 original, 2 revised.</param>
/// <param name="Status">1 indicative, 2 committed; only for budgets.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Amount">How much.</param>
/// <param name="Provider">Who pays; only for planned disbursements.</param>
/// <param name="Receiver">Who receives; only for planned disbursements.</param>
internal sealed record Budget(string? Type, string? Status, string Start, string? End, Amount Amount, Party? Provider, Party? Receiver)
{
    internal static Budget Of(IatiElement element) => new(
        element["type"], element["status"], element.DayOf("period-start")!, element.DayOf("period-end"), Amount.Of(element), Party.Of(element, "provider-org"), Party.Of(element, "receiver-org"));

    internal IatiElement ToElement(string name) => IatiElement.Make(
        name, [("type", Type), ("status", Status)],
        IatiElement.Day("period-start", Start), IatiElement.Day("period-end", End), Amount.ToElement(), Provider?.ToElement("provider-org"), Receiver?.ToElement("receiver-org"));
}
