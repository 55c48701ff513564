namespace Noroshi.Exchange.Sharing;

/// <summary>Where everything that left is listed.</summary>
internal interface IDepartureBook
{
    /// <summary>Writes entries durably, all or none; returns once they survive a crash.</summary>
    Task RecordAsync(IReadOnlyList<Departure> entries, CancellationToken cancel);
}
