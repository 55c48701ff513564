namespace Noroshi.Observatory.Core;

/// <summary>A key and how often it was met; a count of zero marks an empty place.</summary>
internal struct CountLine
{
    public ulong Key;
    public ulong Count;
}
