using Noroshi.Bench;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["duckdb", var sql]:
        return DuckDbPeer.Run(sql);
    case ["observatory", .. var options]:
        var at = Array.IndexOf(options, "--only");
        return await ObservatoryBench.RunAsync(Root(), options.Contains("--quick"), at >= 0 && at + 1 < options.Length ? options[at + 1] : null, TimeProvider.System, stop.Token);
    case ["law"]:
        return LawBench.Run(Root(), Console.Out);
    case ["geo"]:
        Console.Out.WriteLine(GeoLookup.Run()?.ToString() ?? "There is no range data here; npm ci restores it.");
        return 0;
    default:
        Console.Error.WriteLine("usage: noroshi bench observatory [--quick] [--only PEER] | law | geo");
        return 2;
}

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from within the repository.");
}
