namespace Noroshi.Exchange.Store;

/// <summary>An envelope, page or file that came in: who sent it, when, and what became of it.</summary>
internal sealed class BatchRow
{
    public string Id { get; init; } = "";

    public int Collection { get; init; }

    public long At { get; init; }

    public string Sender { get; init; } = "";

    public string SenderName { get; init; } = "";

    public string State { get; init; } = "";

    public int Origin { get; init; }

    public int Total { get; init; }

    public int Succeeded { get; init; }

    public int Failed { get; init; }

    /// <summary>Lines of the status as JSON; null once they are no longer kept.</summary>
    public string? Details { get; init; }

    /// <summary>What still waits.</summary>
    public int Pending => Total - Succeeded - Failed;
}
