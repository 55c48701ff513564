namespace Noroshi.Contacts.Domain;

/// <summary>A further point to try.</summary>
/// <param name="Point">Which.</param>
/// <param name="Body">Whose.</param>
/// <param name="Openness">Whether it is open, and the time there.</param>
/// <param name="Reason">Why it is next.</param>
internal sealed record WhoStep(ContactPoint Point, Body Body, Openness Openness, StepReason Reason);
