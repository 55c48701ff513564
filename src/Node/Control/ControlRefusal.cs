namespace Noroshi.Node.Control;

/// <summary>How a serving node refuses a verb.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="ExitCode">What the asking process ends with.</param>
internal sealed record ControlRefusal(string Message, int ExitCode);
