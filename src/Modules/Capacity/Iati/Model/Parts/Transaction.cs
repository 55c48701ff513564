namespace Noroshi.Capacity.Iati.Model;

/// <summary>Money that was promised or moved.</summary>
internal sealed record Transaction
{
    public string? Ref { get; init; }

    public string? Humanitarian { get; init; }

    /// <summary>Code of the standard: 2 commitment, 3 disbursement, and so on.</summary>
    public required string Type { get; init; }

    public required string Day { get; init; }

    public required Amount Amount { get; init; }

    public required Narratives Description { get; init; }

    public Party? Provider { get; init; }

    public Party? Receiver { get; init; }

    public string? Channel { get; init; }

    public required IReadOnlyList<Share> Sectors { get; init; }

    public Share? Country { get; init; }

    public Share? Region { get; init; }

    public required Terms Terms { get; init; }

    internal static Transaction Of(IatiElement element) => new()
    {
        Ref = element["ref"],
        Humanitarian = element["humanitarian"],
        Type = element.CodeOf("transaction-type")!,
        Day = element.DayOf("transaction-date")!,
        Amount = Amount.Of(element),
        Description = Narratives.Of(element.First("description")),
        Provider = Party.Of(element, "provider-org"),
        Receiver = Party.Of(element, "receiver-org"),
        Channel = element.CodeOf("disbursement-channel"),
        Sectors = element.All("sector", Share.Of),
        Country = element.First("recipient-country") is { } country ? Share.Of(country) : null,
        Region = element.First("recipient-region") is { } region ? Share.Of(region) : null,
        Terms = Terms.Of(element, ""),
    };

    internal IatiElement ToElement() => IatiElement.Make(
        "transaction", [("ref", Ref), ("humanitarian", Humanitarian)],
        [
            IatiElement.Code("transaction-type", Type), IatiElement.Day("transaction-date", Day), Amount.ToElement(), Description.Within("description"),
            Provider?.ToElement("provider-org"), Receiver?.ToElement("receiver-org"), IatiElement.Code("disbursement-channel", Channel),
            .. Sectors.Select(sector => sector.ToElement("sector")), Country?.ToElement("recipient-country"), Region?.ToElement("recipient-region"), .. Terms.ToElements(""),
        ]);
}
