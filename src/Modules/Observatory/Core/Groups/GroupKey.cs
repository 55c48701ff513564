namespace Noroshi.Observatory.Core;

/// <summary>A group's fields, packed without loss: high is network and country or the source, low is everything else.</summary>
internal readonly record struct GroupKey(ulong High, ulong Low);
