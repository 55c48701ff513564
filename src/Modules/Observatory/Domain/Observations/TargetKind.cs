namespace Noroshi.Observatory.Domain;

/// <summary>Who is behind the address that was contacted, by the own address plan.</summary>
internal enum TargetKind : byte
{
    Unknown = 0,
    Government = 1,
    Private = 2,
}
