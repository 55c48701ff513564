using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Noroshi.Storage;

namespace Noroshi.Node.Doctor;

/// <summary>What the machine gives: clock, disk, port, languages.</summary>
internal static class MachineChecks
{
    private const long Little = 2L << 30;
    private const long TooLittle = 128L << 20;

    /// <summary>Deadlines are law: a clock that is off makes every one of them wrong.</summary>
    internal static Finding Clock(NodeOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(MachineChecks).Assembly.Location));
        if (now < built.AddDays(-1))
            return Finding.Fail("clock", $"It says {now:u}, which is before this program was built ({built:u}).", "Set the clock, and let the system keep it (systemd-timesyncd or chrony).");
        var newest = Newest(options.DataDirectory);
        if (newest > now.AddMinutes(5))
            return Finding.Fail("clock", $"It says {now:u}, but the data folder was written at {newest:u}: the clock went back.", "Set the clock before the node writes anything; then look at what was written with the wrong time.");
        return Finding.Ok("clock", $"{now:u}; no file of the data folder is newer.");
    }

    internal static Finding Disk(NodeOptions options)
    {
        var folder = ExistingParent(options.DataDirectory);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var what = $"{free >> 20} MiB free at {folder}.";
        const string Remedy = "Free space, or move the data folder to a larger disk (noroshi backup, noroshi restore).";
        return free < TooLittle ? Finding.Fail("disk", what, Remedy) : free < Little ? Finding.Warn("disk", what, Remedy) : Finding.Ok("disk", what);
    }

    internal static Finding Port(string urls, bool serving)
    {
        if (serving)
            return Finding.Ok("port", "A node is serving this folder.");
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address))
                return Finding.Fail("port", $"'{url}' is not an address.", "Write it like http://127.0.0.1:5080.");
            try
            {
                var ip = IPAddress.TryParse(address.Host, out var given) ? given : IPAddress.Loopback;
                using var listener = new TcpListener(ip, address.Port);
                listener.Start();
            }
            catch (SocketException error)
            {
                return Finding.Fail("port", $"Nothing can listen on {url}: {error.Message}.", "Stop what listens there (ss -ltnp shows it), or serve elsewhere with --urls.");
            }
        }
        return Finding.Ok("port", $"{urls} is free.");
    }

    internal static Finding Languages()
    {
        try
        {
            var japanese = CultureInfo.GetCultureInfo("ja-JP", predefinedOnly: true);
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
            return japanese.DateTimeFormat.DayNames[0] == "日曜日"
                ? Finding.Ok("languages", $"Japanese and English, time zones; {RuntimeInformation.FrameworkDescription}.")
                : Finding.Warn("languages", "The system has no Japanese culture data.", "Install libicu.");
        }
        catch (Exception error) when (error is CultureNotFoundException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return Finding.Warn("languages", error.Message, "Install libicu and tzdata.");
        }
    }

    private static DateTimeOffset Newest(string folder) => !Directory.Exists(folder)
        ? DateTimeOffset.MinValue
        : Directory.EnumerateFiles(folder).Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file))).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    private static string ExistingParent(string folder)
    {
        var there = folder;
        while (!Directory.Exists(there))
            there = Path.GetDirectoryName(there) ?? "/";
        return there;
    }
}
