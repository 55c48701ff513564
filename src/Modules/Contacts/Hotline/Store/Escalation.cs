using Noroshi.Contracts;

namespace Noroshi.Contacts.Hotline;

/// <summary>A rung of the ladder that was climbed for a message.</summary>
internal sealed record Escalation
{
    public string Message { get; init; } = "";

    public int Position { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Empty for any.</summary>
    public string Organisation { get; init; } = "";

    public string Role { get; init; } = "";

    internal LadderRung Rung => new(Position, Organisation, Enum.Parse<Role>(Role));
}
