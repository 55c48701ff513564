namespace Noroshi.Observatory.Ui.Views;

/// <summary>Names the resources with the words of the overview, its drill-down and the source page.</summary>
internal sealed class ViewText;
