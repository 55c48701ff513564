namespace Noroshi.Capacity.Iati.Model;

/// <summary>An activity of IATI 2.03. What has no property of its own is in <see cref="Others"/>, so writing it back loses nothing of the standard.</summary>
internal sealed record IatiActivity
{
    private static readonly string[] _named =
    [
        "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status", "activity-date", "recipient-country", "recipient-region", "sector", "tag",
        "default-flow-type", "default-finance-type", "default-aid-type", "default-tied-status", "budget", "planned-disbursement", "transaction", "document-link", "related-activity", "result",
    ];

    public required string Identifier { get; init; }

    /// <summary>Default currency, language, hierarchy and the other attributes, as read.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    public required ReportingOrganisation ReportingOrganisation { get; init; }

    public required Narratives Title { get; init; }

    /// <summary>Type of description (1 general, 2 objectives, …; null where not said) and its text.</summary>
    public required IReadOnlyList<(string? Type, Narratives Text)> Descriptions { get; init; }

    public required IReadOnlyList<Party> Participants { get; init; }

    /// <summary>1 pipeline to 6 suspended.</summary>
    public required string Status { get; init; }

    /// <summary>Type (1 planned start, 2 actual start, 3 planned end, 4 actual end), day and note.</summary>
    public required IReadOnlyList<(string Type, string Day, Narratives Note)> Dates { get; init; }

    public required IReadOnlyList<Share> Countries { get; init; }

    public required IReadOnlyList<Share> Regions { get; init; }

    public required IReadOnlyList<Share> Sectors { get; init; }

    public required IReadOnlyList<Share> Tags { get; init; }

    /// <summary>Terms of every transaction that says no others.</summary>
    public required Terms Terms { get; init; }

    public required IReadOnlyList<Budget> Budgets { get; init; }

    public required IReadOnlyList<Budget> PlannedDisbursements { get; init; }

    public required IReadOnlyList<Transaction> Transactions { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Identifier and kind (1 parent, 2 child, …) of other activities.</summary>
    public required IReadOnlyList<(string Ref, string Type)> Related { get; init; }

    public required IReadOnlyList<Result> Results { get; init; }

    /// <summary>Further elements of the standard, as read.</summary>
    public required IReadOnlyList<IatiElement> Others { get; init; }

    /// <summary>Reads an element that the validator found valid.</summary>
    internal static IatiActivity Of(IatiElement element) => new()
    {
        Identifier = element.First("iati-identifier")!.Text.Trim(),
        Settings = element.Attributes,
        ReportingOrganisation = ReportingOrganisation.Of(element.First("reporting-org")!),
        Title = Narratives.Of(element.First("title")),
        Descriptions = element.All("description", each => (each["type"], Narratives.Of(each))),
        Participants = element.All("participating-org", Party.Of),
        Status = element.CodeOf("activity-status")!,
        Dates = element.All("activity-date", each => (each["type"]!, each["iso-date"]!, Narratives.Of(each))),
        Countries = element.All("recipient-country", Share.Of),
        Regions = element.All("recipient-region", Share.Of),
        Sectors = element.All("sector", Share.Of),
        Tags = element.All("tag", Share.Of),
        Terms = Terms.Of(element, "default-"),
        Budgets = element.All("budget", Budget.Of),
        PlannedDisbursements = element.All("planned-disbursement", Budget.Of),
        Transactions = element.All("transaction", Transaction.Of),
        Documents = element.All("document-link", Document.Of),
        Related = element.All("related-activity", each => (each["ref"]!, each["type"]!)),
        Results = element.All("result", Result.Of),
        Others = [.. element.Children.Where(child => !_named.Contains(child.Name))],
    };

    /// <summary>The activity as an element, its children in the order of the standard.</summary>
    internal IatiElement ToElement() => new("iati-activity", Settings, IatiOrder.Sort(Children()), "");

    private IEnumerable<IatiElement> Children() => new IEnumerable<IatiElement?>[]
    {
        [IatiElement.Make("iati-identifier", Identifier), ReportingOrganisation.ToElement(), Title.Within("title"), IatiElement.Code("activity-status", Status)],
        Descriptions.Select(each => IatiElement.Make("description", [("type", each.Type)], each.Text.Elements)),
        Participants.Select(each => each.ToElement("participating-org")),
        Dates.Select(each => IatiElement.Make("activity-date", [("type", each.Type), ("iso-date", each.Day)], each.Note.Elements)),
        Countries.Select(each => each.ToElement("recipient-country")),
        Regions.Select(each => each.ToElement("recipient-region")),
        Sectors.Select(each => each.ToElement("sector")),
        Tags.Select(each => each.ToElement("tag")),
        Terms.ToElements("default-"),
        Budgets.Select(each => each.ToElement("budget")),
        PlannedDisbursements.Select(each => each.ToElement("planned-disbursement")),
        Transactions.Select(each => each.ToElement()),
        Documents.Select(each => each.ToElement()),
        Related.Select(each => IatiElement.Make("related-activity", [("ref", each.Ref), ("type", each.Type)])),
        Results.Select(each => each.ToElement()),
        Others,
    }.SelectMany(part => part).OfType<IatiElement>();
}
