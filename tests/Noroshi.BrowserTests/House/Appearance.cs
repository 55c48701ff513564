namespace Noroshi.BrowserTests.House;

/// <summary>Language and colour scheme a page is looked at in.</summary>
public sealed record Appearance(string Language, bool Dark)
{
    public static readonly IReadOnlyList<Appearance> All = [new("ja", false), new("ja", true), new("en", false), new("en", true)];

    public override string ToString() => $"{Language}-{(Dark ? "dark" : "light")}";
}
