using System.Globalization;

namespace Noroshi.Bench;

/// <summary>Makes the inputs and builds the peers written in C; kept below bench/work, made anew only where missing.</summary>
internal sealed class BenchInputs(string root, bool quick)
{
    private readonly string work = Path.Combine(root, "bench", "work");

    public long Packets => quick ? 1_000_000 : 10_000_000;

    public long EveLines => quick ? 247_000 : 2_470_000;

    public long ConnLines => quick ? 1_000_000 : 10_000_000;

    public string Pcap => At("packets", Packets, "pcap");

    public string SmallPcap => At("packets", 100_000, "pcap");

    public string Eve => At("eve", EveLines, "json");

    public string SmallEve => At("eve", 50_000, "json");

    public string Conn => At("conn", ConnLines, "log");

    public string SmallConn => At("conn", 1_000_000, "log");

    /// <summary>Flow files of nfdump made from <see cref="Pcap"/>: as many flows as our side reads, for tables cost more the larger they are.</summary>
    public string Flows => Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"flows-{Packets}"));

    /// <summary>Where nfpcapd writes while it is measured.</summary>
    public string FlowsMeasured => Path.Combine(work, "flows-measured");

    public string Peer(string name) => Path.Combine(work, name);

    public async Task PrepareAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(work);
        foreach (var (name, library) in ((string, string?)[])[("genpcap", "-lm"), ("genconn", "-lm"), ("geneve", "-lm"), ("pcapgrp", null), ("pcapgrp_lib", "-lpcap")])
        {
            var source = Path.Combine(root, "bench", "peers", name + ".c");
            if (File.Exists(Peer(name)) && File.GetLastWriteTimeUtc(Peer(name)) > File.GetLastWriteTimeUtc(source)) continue;
            Say($"building {name}");
            string[] arguments = ["-O3", "-march=native", "-w", "-o", Peer(name), source];
            await Runner.RunAsync("gcc", library is null ? arguments : [.. arguments, library], cancel);
        }

        foreach (var (generator, count, file) in ((string, long, string)[])[
            ("genpcap", Packets, Pcap), ("genpcap", 100_000, SmallPcap),
            ("geneve", EveLines, Eve), ("geneve", 50_000, SmallEve), ("genconn", ConnLines, Conn), ("genconn", 1_000_000, SmallConn)])
        {
            if (File.Exists(file)) continue;
            Say($"making {Path.GetFileName(file)}");
            await Runner.RunAsync(Peer(generator), [count.ToString(CultureInfo.InvariantCulture), file + ".part"], cancel);
            File.Move(file + ".part", file);
        }

        Directory.CreateDirectory(FlowsMeasured);
        if (!Runner.Exists("nfpcapd") || (Directory.Exists(Flows) && Directory.EnumerateFiles(Flows).Any())) return;
        Say("making flow files");
        Directory.CreateDirectory(Flows);
        await Runner.RunAsync("nfpcapd", ["-r", Pcap, "-l", Flows], cancel);
    }

    private static void Say(string text) => Console.Error.WriteLine($"bench: {text} …");

    private string At(string kind, long count, string extension) => Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"{kind}-{count}.{extension}"));
}
