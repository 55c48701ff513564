namespace Noroshi.Exchange.Store;

/// <summary>How a version of an object stands among the others of the same identifier in the same collection; kept with each row so that no question has to compare versions.</summary>
[Flags]
internal enum Standing
{
    /// <summary>A version between others.</summary>
    Between = 0,

    /// <summary>Written in the newest version of STIX in which the object is here.</summary>
    NewestSpec = 1,

    /// <summary>The last among those of its version of STIX.</summary>
    LastOfSpec = 2,

    /// <summary>The first among those of its version of STIX.</summary>
    FirstOfSpec = 4,

    /// <summary>The last of all.</summary>
    Last = 8,

    /// <summary>The first of all.</summary>
    First = 16,

    /// <summary>There is no other.</summary>
    Alone = NewestSpec | LastOfSpec | FirstOfSpec | Last | First,
}
