namespace Noroshi.Shell.Documents;

/// <summary>One line of a cell in a <see cref="WordDocument"/>.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Bold">Stands out.</param>
/// <param name="Small">Small print: sources, details.</param>
public sealed record WordText(string Text, bool Bold = false, bool Small = false);
