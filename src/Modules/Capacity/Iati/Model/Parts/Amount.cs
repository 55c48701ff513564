using System.Globalization;

namespace Noroshi.Capacity.Iati.Model;

/// <summary>An amount of money.</summary>
/// <param name="Value">How much.</param>
/// <param name="Currency">Its currency; null where it is that of the activity.</param>
/// <param name="Day">The day of its exchange rate.</param>
internal sealed record Amount(decimal Value, string? Currency, string Day)
{
    internal static Amount Of(IatiElement parent) => parent.First("value") is { } value ? new(Read(value.Text), value["currency"], value["value-date"]!) : throw new InvalidDataException("An amount is missing.");

    internal IatiElement ToElement() => IatiElement.Make("value", Value.ToString(CultureInfo.InvariantCulture), ("currency", Currency), ("value-date", Day));

    internal static decimal Read(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
}
