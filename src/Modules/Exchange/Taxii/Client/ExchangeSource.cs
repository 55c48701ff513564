namespace Noroshi.Exchange.Taxii;

/// <summary>A collection elsewhere that this node fetches from, how far it came, and how it goes.</summary>
internal sealed class ExchangeSource
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Url { get; init; } = "";

    public string RemoteCollection { get; init; } = "";

    /// <summary>What it is asked with; empty where each pull brings its own.</summary>
    public string Token { get; init; } = "";

    /// <summary>Number of the collection here that it fills.</summary>
    public int Collection { get; init; }

    /// <summary>The organisation of this node whom the source gave access, and so addressed.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Minutes between pulls; 0 for one that is pulled by hand.</summary>
    public int EveryMinutes { get; init; }

    /// <summary>The walk that goes on, or the next, asks for what was added after this.</summary>
    public string? AddedAfter { get; init; }

    /// <summary>Where the walk goes on; null between walks.</summary>
    public string? NextToken { get; init; }

    public DateTimeOffset? LastTry { get; init; }

    public DateTimeOffset? LastGood { get; init; }

    /// <summary>Failed pulls in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>Objects taken so far, known ones included.</summary>
    public long Taken { get; init; }

    /// <summary>Objects refused so far.</summary>
    public long Rejected { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it is due; null for one that is pulled by hand. Pauses grow with failures, up to a day.</summary>
    public DateTimeOffset? DueAt => EveryMinutes == 0 || EndedAt is not null ? null
        : LastTry is not { } last ? DateTimeOffset.MinValue
        : last + TimeSpan.FromMinutes(Math.Min(1440, EveryMinutes * Math.Pow(2, Math.Min(Failures, 8))));

    /// <summary>The same source, pulled by the clock with what it is asked with.</summary>
    public ExchangeSource With(string token, string organisation, int everyMinutes) => new()
    {
        Id = Id,
        Name = Name,
        Url = Url,
        RemoteCollection = RemoteCollection,
        Token = token,
        Collection = Collection,
        Organisation = organisation,
        EveryMinutes = everyMinutes,
    };
}
