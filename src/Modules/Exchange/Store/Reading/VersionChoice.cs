namespace Noroshi.Exchange.Store;

/// <summary>Which versions of each object are asked for.</summary>
internal enum VersionChoice
{
    /// <summary>The last one; what is meant where nothing is said.</summary>
    Last,

    /// <summary>The first one.</summary>
    First,

    /// <summary>All.</summary>
    All,

    /// <summary>Those of given dates, beside what else is chosen.</summary>
    Dated,
}
