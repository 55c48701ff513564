namespace Noroshi.Law.Ui;

/// <summary>Names the resources with the words of the norms register.</summary>
internal sealed class NormText;
