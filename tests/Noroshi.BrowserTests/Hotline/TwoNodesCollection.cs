namespace Noroshi.BrowserTests.Hotline;

/// <summary>The tests that share one start of the exercise.</summary>
[CollectionDefinition(nameof(TwoNodes))]
public sealed class TwoNodesCollection : ICollectionFixture<TwoNodes>;
