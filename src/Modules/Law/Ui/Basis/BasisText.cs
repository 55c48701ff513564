namespace Noroshi.Law.Ui.Basis;

/// <summary>Names the resources with the words of the legal-basis pages and answers.</summary>
internal sealed class BasisText;
