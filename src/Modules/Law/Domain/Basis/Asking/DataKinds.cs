namespace Noroshi.Law.Domain;

/// <summary>Kinds of data that can be asked for, as the rules write them.</summary>
internal static class DataKinds
{
    public static readonly IReadOnlyList<string> All = ["subscriber", "traffic", "content"];
}
