using System.Diagnostics.CodeAnalysis;

namespace Noroshi.Capacity.Iati.Model;

/// <summary>An element of the standard as it was read: names without namespace, values as text. Nothing of another namespace is in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes in the order of the file; <c>xml:lang</c> under that name.</param>
/// <param name="Children">Its elements in the order of the file.</param>
/// <param name="Text">Its own text; empty where it has elements.</param>
internal sealed record IatiElement(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, IReadOnlyList<IatiElement> Children, string Text)
{
    /// <summary>The value of an attribute; null where it is not there.</summary>
    internal string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in Attributes) if (name == attribute) return value;
            return null;
        }
    }

    /// <summary>The first child of a name.</summary>
    internal IatiElement? First(string name) => Children.FirstOrDefault(child => child.Name == name);

    /// <summary>All children of a name, made into something.</summary>
    internal IReadOnlyList<T> All<T>(string name, Func<IatiElement, T> make) => [.. Children.Where(child => child.Name == name).Select(make)];

    /// <summary>The attribute <c>code</c> of the first child of a name.</summary>
    internal string? CodeOf(string name) => First(name)?["code"];

    /// <summary>The attribute <c>iso-date</c> of the first child of a name.</summary>
    internal string? DayOf(string name) => First(name)?["iso-date"];

    /// <summary>Makes an element; attributes without value and children that are null are left out.</summary>
    internal static IatiElement Make(string name, IEnumerable<(string Name, string? Value)> attributes, params IEnumerable<IatiElement?> children) =>
        new(name, [.. attributes.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value!))], [.. children.OfType<IatiElement>()], "");

    /// <summary>Makes an element that holds a text.</summary>
    internal static IatiElement Make(string name, string text, params IEnumerable<(string Name, string? Value)> attributes) => Make(name, attributes) with { Text = text };

    /// <summary>Makes an element that holds nothing but a code; null where there is none.</summary>
    [return: NotNullIfNotNull(nameof(code))]
    internal static IatiElement? Code(string name, string? code) => code is null ? null : Make(name, [("code", code)]);

    /// <summary>Makes an element that holds nothing but a day; null where there is none.</summary>
    internal static IatiElement? Day(string name, string? day) => day is null ? null : Make(name, [("iso-date", day)]);
}
