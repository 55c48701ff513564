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
        Jp = await HotlineSide.OpenAsync("JP", "PH", Clock);
        Ph = await HotlineSide.OpenAsync("PH", "JP", Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Jp.DisposeAsync();
        await Ph.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
