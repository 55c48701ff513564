namespace Noroshi.Stix;

/// <summary>Where a comparison looks: a type and the way from an object of it to the value.</summary>
internal sealed record ObjectPath(string Type, PathStep[] Steps)
{
    /// <summary>The same text for the same way, whatever the quotes.</summary>
    public string Key { get; } = string.Concat(Steps.Select(step => step.ToString()));
}

/// <summary>One step: a property, an index, or every element.</summary>
/// <param name="Name">The property; null for an index.</param>
/// <param name="Index">The index; −1 for every element.</param>
internal sealed record PathStep(string? Name, int Index)
{
    public const int Every = -1;

    // Encoded once, because every observed object is asked for it.
    public byte[] Utf8 { get; } = Name is null ? [] : System.Text.Encoding.UTF8.GetBytes(Name);

    public override string ToString() => Name is null ? $"[{(Index == Every ? "*" : Index)}]" : $".{Name.Length}:{Name}";
}
