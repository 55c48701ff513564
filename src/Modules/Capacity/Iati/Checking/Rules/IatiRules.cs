using Noroshi.Capacity.Iati.Standard;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>The rules beyond the structure. Source: the rule set standard.json of IATI/IATI-Rulesets and the notes in the schemas of 2.03.</summary>
internal static class IatiRules
{
    internal static readonly IatiRule
        RecipientSum = new("rule.recipient-sum", false),
        SectorSum = new("rule.sector-sum", false),
        PercentageRange = new("rule.percentage-range", true),
        DateOrder = new("rule.date-order", true),
        YearLength = new("rule.budget-length", true),
        IdentifierCharacters = new("rule.identifier-characters", true),
        RecipientLevel = new("rule.recipient-level", true),
        SectorLevel = new("rule.sector-level", false),
        SectorMissing = new("rule.sector-missing", false),
        IdentifierPrefix = new("rule.identifier-prefix", false),
        StartMissing = new("rule.start-missing", false),
        Future = new("rule.date-future", false),
        Unnamed = new("rule.organisation-unnamed", false),
        PercentageMissing = new("rule.percentage-missing", false),
        OwnVocabulary = new("rule.own-vocabulary", false),
        Significance = new("rule.significance-missing", false),
        Language = new("rule.language-missing", false),
        Currency = new("rule.currency-missing", false),
        Code = new("rule.code-unknown", false),
        Version = new("rule.version", false);

    /// <summary>Every rule.</summary>
    internal static IReadOnlyList<IatiRule> All { get; } =
    [
        RecipientSum, SectorSum, PercentageRange, DateOrder, YearLength, IdentifierCharacters, RecipientLevel, SectorLevel,
        SectorMissing, IdentifierPrefix, StartMissing, Future, Unnamed, PercentageMissing, OwnVocabulary, Significance, Language, Currency, Code, Version,
    ];

    /// <summary>The rules of structure and of bytes, which need no entry of their own.</summary>
    internal static IReadOnlyList<string> Structure { get; } =
    [
        "root", "element.missing", "element.unknown", "element.order", "element.twice", "element.in-value", "element.text",
        "attribute.missing", "attribute.unknown", "attribute.xsi", "attribute.id",
        .. Enum.GetValues<ValueKind>().Where(kind => kind is not (ValueKind.Text or ValueKind.Id)).Select(kind => "value." + WordOf(kind)),
        "xml.not-well-formed", "xml.cut-off", "xml.encoding", "xml.dtd", "xml.limit",
    ];

    /// <summary>The word for a kind of value in the name of a rule.</summary>
    internal static string WordOf(ValueKind kind) => kind switch
    {
        ValueKind.Date => "date",
        ValueKind.DateTime => "datetime",
        ValueKind.Decimal => "decimal",
        ValueKind.Boolean => "boolean",
        ValueKind.Int or ValueKind.NonNegativeInteger or ValueKind.PositiveInteger => "integer",
        ValueKind.Uri => "uri",
        ValueKind.Language => "language",
        ValueKind.NameToken => "name-token",
        ValueKind.Space => "space",
        _ => "text",
    };
}
