using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Ui.Who;

/// <summary>A desk at a moment, handed down to the component that says whether it is open.</summary>
/// <param name="Point">Which.</param>
/// <param name="Openness">How it stands.</param>
/// <param name="At">The moment.</param>
internal sealed record DeskNow(ContactPoint Point, Openness Openness, DateTimeOffset At)
{
    internal DateTimeOffset There(DateTimeOffset moment) => Point.Hours.LocalTime(moment);
}
