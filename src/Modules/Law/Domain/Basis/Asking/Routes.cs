namespace Noroshi.Law.Domain;

/// <summary>Which general rules speak for a measure beside its own.</summary>
[Flags]
internal enum Routes
{
    None = 0,

    /// <summary>It is asked for by a request for mutual assistance: the general rules complete its own.</summary>
    Assistance = 1,

    /// <summary>It goes straight to a provider or needs nobody's leave; mutual assistance is another way to the same end.</summary>
    Alternative = 2,

    /// <summary>The network of contact points was made for it.</summary>
    Network = 4,
}
