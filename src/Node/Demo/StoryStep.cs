namespace Noroshi.Node.Demo;

/// <summary>One step of the story: whether it held, how long it took, and what was seen.</summary>
internal sealed record StoryStep(string Name, bool Ok, double Seconds, string Said);
