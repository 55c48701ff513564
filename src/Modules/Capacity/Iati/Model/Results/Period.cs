namespace Noroshi.Capacity.Iati.Model;

/// <summary>What was meant and what was reached in a period.</summary>
internal sealed record Period(string Start, string End, IReadOnlyList<Measured> Targets, IReadOnlyList<Measured> Actuals)
{
    internal static Period Of(IatiElement element) => new(element.DayOf("period-start")!, element.DayOf("period-end")!, element.All("target", Measured.Of), element.All("actual", Measured.Of));

    internal IatiElement ToElement() => IatiElement.Make(
        "period", [], [IatiElement.Day("period-start", Start), IatiElement.Day("period-end", End), .. Targets.Select(each => each.ToElement("target")), .. Actuals.Select(each => each.ToElement("actual"))]);
}
