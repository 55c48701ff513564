namespace Noroshi.Observatory.Ui.Sensors;

/// <summary>Names the resources with the words of the pages about sensors.</summary>
internal sealed class SensorText;
