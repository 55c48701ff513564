namespace Noroshi.SystemTests.Federation;

/// <summary>Tests of this collection use one pair of nodes after each other, and leave it whole.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // the test framework's word for it
public sealed class SharedPair : ICollectionFixture<NodePair>
#pragma warning restore CA1711
{
    internal const string Name = "two peered nodes";
}
