namespace Noroshi.Capacity.Iati.Model;

/// <summary>A text in one or more languages, in the order of the file.</summary>
/// <param name="Texts">Language (null where the file leaves it to the activity) and text.</param>
internal sealed record Narratives(IReadOnlyList<Narrative> Texts)
{
    internal static Narratives None { get; } = new([]);

    /// <summary>The text in a language, else the first.</summary>
    internal string In(string language) => Texts.FirstOrDefault(each => each.Language == language)?.Text ?? (Texts.Count > 0 ? Texts[0].Text : "");

    internal static Narratives Of(IatiElement? element) => element is null ? None : new(element.All("narrative", each => new Narrative(each["xml:lang"], each.Text)));

    internal IEnumerable<IatiElement> Elements => Texts.Select(each => IatiElement.Make("narrative", each.Text, ("xml:lang", each.Language)));

    /// <summary>An element around the texts; null where there is none.</summary>
    internal IatiElement? Within(string name) => Texts.Count == 0 ? null : IatiElement.Make(name, [], Elements);
}
