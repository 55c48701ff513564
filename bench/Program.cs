using System.Globalization;
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
        return await ObservatoryBench.RunAsync(Root(), options.Contains("--quick"), Option(options, "--only"), TimeProvider.System, stop.Token);
    case ["store", .. var options]:
        return (await StoreBench.RunAsync(long.Parse(Option(options, "--rows") ?? "10000000", CultureInfo.InvariantCulture), repeats: 20, Option(options, "--keep"), Option(options, "--only"), Console.Out, stop.Token)).Holds ? 0 : 1;
    case ["law"]:
        return LawBench.Run(Root(), Console.Out);
    case ["ledger", .. var options]:
        return await LedgerBench.RunAsync(long.Parse(Option(options, "--leaves") ?? "10000000", CultureInfo.InvariantCulture), Option(options, "--folder"), Console.Out, stop.Token);
    case ["exchange", .. var options]:
        var files = options.Contains("--taxii") || ExchangeBench.Run(Option(options, "--bundle"), Console.Out) == 0;
        var program = Path.Combine(Root(), "artifacts", "bin", "Noroshi.Node", "release", "Noroshi.Node.dll");
        return await TaxiiBench.RunAsync(program, int.Parse(Option(options, "--objects") ?? "1000000", CultureInfo.InvariantCulture), Console.Out, stop.Token) && files ? 0 : 1;
    case ["diplomacy", .. var options]:
        return DiplomacyBench.Run(Root(), Option(options, "--votes"), Option(options, "--roll-calls"), Console.Out);
    case ["weaklinks"]:
        return WeakLinksBench.Run(Root(), Console.Out);
    case ["capacity", .. var options]:
        return await CapacityBench.RunAsync(Root(), long.Parse(Option(options, "--megabytes") ?? "1000", CultureInfo.InvariantCulture), rounds: 3, Option(options, "--folder"), Console.Out, stop.Token);
    case ["geo"]:
        Console.Out.WriteLine(GeoLookup.Run()?.ToString() ?? "There is no range data here; npm ci restores it.");
        return 0;
    default:
        Console.Error.WriteLine("usage: noroshi bench observatory [--quick] [--only PEER] | store [--rows N] [--keep FOLDER] [--only WORD] | law | ledger [--leaves N] [--folder FOLDER] | exchange [--bundle FILE] [--taxii] [--objects N] | diplomacy [--votes FILE --roll-calls FILE] | weaklinks | capacity [--megabytes N] [--folder FOLDER] | geo");
        return 2;
}

static string? Option(string[] options, string name) => Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length ? options[at + 1] : null;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from within the repository.");
}
