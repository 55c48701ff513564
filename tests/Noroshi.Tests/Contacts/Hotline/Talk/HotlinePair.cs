using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Talk;

/// <summary>Two states with a line between them and one clock.</summary>
public abstract class HotlinePair : IAsyncLifetime
{
    internal TestClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));

    internal HotlineSide Jp { get; private set; } = null!;

    internal HotlineSide Ph { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Jp = await HotlineSide.OpenAsync("JP", "PH", Clock, await DatabaseAsync());
        Ph = await HotlineSide.OpenAsync("PH", "JP", Clock, await DatabaseAsync());
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Jp.DisposeAsync();
        await Ph.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The connection string of an empty PostgreSQL database for one side; null keeps its records in SQLite.</summary>
    protected virtual Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}
