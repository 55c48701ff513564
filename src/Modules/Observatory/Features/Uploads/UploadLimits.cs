namespace Noroshi.Observatory.Features;

/// <summary>How much a node takes over HTTP; set by configuration (<c>Observatory:Uploads:…</c>).</summary>
internal sealed record UploadLimits
{
    /// <summary>Largest upload as sent.</summary>
    public long MaxBytes { get; init; } = 4L << 30;

    /// <summary>Largest content after decompression: a small file may unpack to very much.</summary>
    public long MaxExpandedBytes { get; init; } = 64L << 30;

    /// <summary>Space on the disk that uploads never use, so that what is running can finish.</summary>
    public long FreeBytesKept { get; init; } = 512L << 20;

    /// <summary>Uploads of one sensor that may wait at once.</summary>
    public int MaxWaiting { get; init; } = 100;
}
