namespace Noroshi.Observatory.Exercise;

/// <summary>A file of the exercise and the sensor it came from.</summary>
internal sealed record ExerciseCapture(string Sensor, string Path);
