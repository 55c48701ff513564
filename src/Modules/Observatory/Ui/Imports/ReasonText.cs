namespace Noroshi.Observatory.Ui.Imports;

/// <summary>Names the resources with what readers and imports say. Their keys are the English text itself, with <c>{0}</c> for what varies.</summary>
internal sealed class ReasonText;
