namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>One piece of evidence for a state's position.</summary>
/// <remarks>
/// <c>Group</c>: The organisation it was inherited from as a member on that day; empty where the state itself spoke.
/// </remarks>
internal sealed record HeldStance(Statement Statement, string Group)
{
    internal bool IsInherited => Group.Length > 0;

    internal int Stance => Statement.Stance!.Value;
}
