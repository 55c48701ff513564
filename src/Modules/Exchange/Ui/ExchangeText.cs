namespace Noroshi.Exchange.Ui;

/// <summary>Names the resources with the words of the room.</summary>
internal sealed class ExchangeText;
