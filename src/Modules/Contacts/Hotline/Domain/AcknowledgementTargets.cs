namespace Noroshi.Contacts.Hotline;

/// <summary>Within which time a received message should be acknowledged here. The defaults are Noroshi's own, not those of any treaty.</summary>
internal sealed record AcknowledgementTargets(TimeSpan Flash, TimeSpan Immediate, TimeSpan Priority, TimeSpan Routine)
{
    internal static AcknowledgementTargets Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3), TimeSpan.FromHours(24));

    internal TimeSpan Of(Precedence precedence) => precedence switch
    {
        Precedence.Flash => Flash,
        Precedence.Immediate => Immediate,
        Precedence.Priority => Priority,
        _ => Routine,
    };
}
