namespace Noroshi.Law.Domain;

/// <summary>Something one state can ask of another, or do by itself, as the rules name it.</summary>
/// <param name="Id">As in the rules: <c>PRESERVE</c>.</param>
/// <param name="Routes">Which general rules speak beside those of the measure itself.</param>
internal sealed record Measure(string Id, Routes Routes)
{
    /// <summary>General mutual assistance; its rules also speak where a measure is asked for by a request.</summary>
    public const string General = "MLA_ANY";

    /// <summary>The network of contact points; its channel also serves measures that it was made for.</summary>
    public const string Network = "POC_24_7";

    /// <summary>All measures, in the order in which people meet them.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("PRESERVE", Routes.Assistance | Routes.Network),
        new("TRAFFIC_PARTIAL_DISCLOSURE", Routes.Assistance | Routes.Network),
        new("STORED_DATA_ACCESS", Routes.Assistance),
        new("SUBSCRIBER_DATA", Routes.Assistance),
        new("SUBSCRIBER_DIRECT", Routes.Alternative),
        new("DOMAIN_REGISTRATION", Routes.Alternative),
        new("GIVE_EFFECT_ORDER", Routes.Assistance),
        new("REALTIME_TRAFFIC", Routes.Assistance),
        new("CONTENT_INTERCEPT", Routes.Assistance),
        new("CONTENT_DIRECT", Routes.Alternative),
        new("TRANSBORDER_OPEN", Routes.None),
        new("TRANSBORDER_CONSENT", Routes.Alternative),
        new("EMERGENCY_DISCLOSURE", Routes.Assistance | Routes.Network),
        new("EMERGENCY_MLA", Routes.Assistance | Routes.Network),
        new("EPOC", Routes.Alternative),
        new("EPOC-PR", Routes.Alternative),
        new("EXTRADITION", Routes.None),
        new(General, Routes.None),
        new("VIDEO", Routes.Assistance),
        new("JIT", Routes.Assistance),
        new("SPONTANEOUS_INFO", Routes.None),
        new(Network, Routes.None),
    ];

    /// <summary>Null for a word that is no measure.</summary>
    public static Measure? Find(string id) => All.FirstOrDefault(measure => measure.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a rule about <paramref name="about"/> of this kind speaks when this measure is asked for.</summary>
    public bool Hears(string about, RuleKind kind) => about == Id || about == "*"
        || (about == General && Routes.HasFlag(Routes.Assistance)) || (about == General && Routes.HasFlag(Routes.Alternative))
        || (about == Network && kind == RuleKind.Channel && Routes.HasFlag(Routes.Network));
}
