namespace Noroshi.Observatory.Core;

/// <summary>A group and its counts.</summary>
internal struct GroupLine
{
    public GroupKey Key;
    public ulong Events;
    public uint Sources;
    public uint LastSource;
}
