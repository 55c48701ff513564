namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What kind of part of a meeting a session is.</summary>
internal enum SessionKind
{
    Plenary,
    Parallel,
    Panel,
}
