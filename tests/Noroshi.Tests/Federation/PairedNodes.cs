namespace Noroshi.Tests.Federation;

/// <summary>Two whole nodes that peered; both keep the texts they receive.</summary>
public abstract class PairedNodes : IAsyncLifetime
{
    internal PairedNode Jp { get; private set; } = null!;

    internal PairedNode Ph { get; private set; } = null!;

    /// <summary>The clock of the first node.</summary>
    internal ShiftingClock Clock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Jp = await PairedNode.StartAsync("JP", new ReceivedTexts(), clock: Clock, database: await DatabaseAsync());
        Ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await Jp.PeerWithAsync(Ph);
    }

    public async ValueTask DisposeAsync()
    {
        await Jp.DisposeAsync();
        await Ph.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The connection string of an empty PostgreSQL database for the first node; null keeps its records in SQLite.</summary>
    protected virtual Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);

    /// <summary>The machine's clock, set forward or back by a test.</summary>
    internal sealed class ShiftingClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
