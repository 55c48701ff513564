using System.Collections.Frozen;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>The sectors a target can belong to: the fifteen of Japan's critical-infrastructure policy, and what it leaves out.</summary>
internal static class Sectors
{
    private static readonly Sector[] Known =
    [
        new(1, "information-communication", "Information and communications", "情報通信", true),
        new(2, "finance", "Financial services", "金融", true),
        new(3, "aviation", "Aviation", "航空", true),
        new(4, "airports", "Airports", "空港", true),
        new(5, "railways", "Railways", "鉄道", true),
        new(6, "electricity", "Electric power supply", "電力", true),
        new(7, "gas", "Gas supply", "ガス", true),
        new(8, "government", "Government and administrative services", "政府・行政サービス", true),
        new(9, "medical", "Medical services", "医療", true),
        new(10, "water", "Water services", "水道", true),
        new(11, "logistics", "Logistics", "物流", true),
        new(12, "chemicals", "Chemical industries", "化学", true),
        new(13, "credit-cards", "Credit card services", "クレジット", true),
        new(14, "petroleum", "Petroleum industries", "石油", true),
        new(15, "ports", "Ports and harbours", "港湾", true),
        new(100, "defence", "Defence", "防衛", false),
        new(101, "education-research", "Education and research", "教育・研究", false),
        new(102, "media", "Media and broadcasting", "報道・放送", false),
        new(103, "manufacturing", "Manufacturing", "製造", false),
        new(104, "other-private", "Other private sector", "その他民間", false),
    ];

    private static readonly Sector?[] ById = PlaceById();
    private static readonly FrozenDictionary<string, Sector> ByKey = Known.ToFrozenDictionary(sector => sector.Key, StringComparer.Ordinal);

    /// <summary>Where ids 1–15 come from. Wording from memory: confidence C until checked against the official text.</summary>
    public static Provenance Source { get; } = new(
        "Cybersecurity Strategic Headquarters of Japan, Cybersecurity Policy for Critical Infrastructure Protection (重要インフラのサイバーセキュリティに係る行動計画), as revised in March 2024",
        new DateOnly(2024, 3, 8),
        Confidence.C);

    /// <summary>All sectors by id.</summary>
    public static IReadOnlyList<Sector> All => Known;

    /// <summary>The sector with this id, or null.</summary>
    public static Sector? Find(ushort id) => id < ById.Length ? ById[id] : null;

    /// <summary>The sector with this key, or null.</summary>
    public static Sector? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Sector?[] PlaceById()
    {
        var byId = new Sector?[Known[^1].Id + 1];
        foreach (var sector in Known) byId[sector.Id] = sector;
        return byId;
    }
}
