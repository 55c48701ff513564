namespace Noroshi.Observatory.Ui.Imports;

/// <summary>Names the resources with the words of the pages about imports.</summary>
internal sealed class ImportText;
